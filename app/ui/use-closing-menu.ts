import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** A `details` used as a menu: with scripts it also closes on Escape, on a click elsewhere and when the page changes. */
export function useClosingMenu() {
  const box = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [key]);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = box.current;
      if (!menu?.open) return;
      const leaving = event instanceof KeyboardEvent ? event.key === "Escape" : !menu.contains(event.target as Node);
      if (!leaving) return;
      menu.open = false;
      if (event instanceof KeyboardEvent) menu.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);
  return box;
}
