import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** More for those who want it. Native, so it works without scripts and find-in-page opens it. A row and a notice have their own edges. */
export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details
      open={open}
      className="border-y border-line in-data-notice:border-y-0 in-[li]:border-y-0 [details+&]:border-t-0"
    >
      <summary className="flex min-h-11 list-none items-center gap-2 py-2 font-semibold text-accent">
        {/* of its own fold alone: one that is closed may stand in one that is open */}
        <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform [[open]>summary>&]:rotate-180" />
        {summary}
      </summary>
      <div className="space-y-3 pb-4">{children}</div>
    </details>
  );
}
