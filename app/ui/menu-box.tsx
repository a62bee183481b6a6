import type { ReactNode } from "react";
import { useClosingMenu } from "./use-closing-menu";

/** What leads to a place, while the reader is there and while they are not. */
export const atPlace = "bg-accent-soft font-semibold text-accent";
export const elsewhere = "text-ink hover:bg-sunken";

/** A `details` that looks like a menu; it closes when the page changes. */
export function MenuBox({
  summary,
  children,
  isHere = false,
  className = "relative",
}: {
  summary: ReactNode;
  children: ReactNode;
  isHere?: boolean;
  className?: string;
}) {
  const box = useClosingMenu();
  return (
    <details ref={box} className={`group ${className}`}>
      <summary className={`flex min-h-11 list-none items-center gap-2 rounded-md px-3 ${isHere ? atPlace : elsewhere}`}>
        {summary}
      </summary>
      <div className="absolute end-0 top-full z-10 mt-1 w-72 max-w-[calc(100vw-32px)] space-y-2 rounded-md border border-line bg-surface p-4 shadow-float">
        {children}
      </div>
    </details>
  );
}
