import type { ReactNode } from "react";

export interface TimelineEntry {
  key: string;
  /** ISO timestamp, for machines. */
  at: string;
  /** The same moment as people say it (`formatMoment`). */
  when: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
}

/** What happened, newest first or oldest first as given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="border-s-2 border-line ps-5">
      {entries.map(({ key, at, when, title, detail }) => (
        <li key={key} className="relative pb-5 last:pb-0">
          <span aria-hidden className="absolute -start-[26px] top-2 size-2.5 rounded-full bg-line-strong" />
          <p>{title}</p>
          <p className="text-small text-ink-soft">
            <time dateTime={at}>{when}</time>
          </p>
          {detail && <div className="mt-1 text-ink-soft">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
