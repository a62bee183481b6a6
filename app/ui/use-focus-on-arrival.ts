import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { mainId } from "./page";

/** After a navigation within the browser, reading starts at the new page, as it would after a full load. */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.getElementById(mainId)?.focus({ preventScroll: true });
  }, [pathname]);
}
