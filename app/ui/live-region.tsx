import type { ReactNode } from "react";

/** Tells screen readers about a change that happens elsewhere on the page, such as a new number of results. */
export function LiveRegion({ children, shown = false }: { children: ReactNode; shown?: boolean }) {
  return (
    <p role="status" aria-live="polite" className={shown ? "" : "heard-only"}>
      {children}
    </p>
  );
}
