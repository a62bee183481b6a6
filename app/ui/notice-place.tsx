import type { ReactNode } from "react";

/**
 * Where a notice may come while the page is open. It stands from the start, also empty: a screen reader tells what comes into
 * it, and often not what comes together with it.
 */
export function NoticePlace({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-live="polite" className="space-y-4 empty:mb-0">
      {children}
    </div>
  );
}
