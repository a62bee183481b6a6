import { Link } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { RowHeadingLevel } from "./heading-level";

/** A sheet on the paper, for one thing that stands by itself. Prefer a `Section`; use this for what repeats or acts. */
export function Card({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`rounded-md border border-line bg-surface p-5 sm:p-6 ${className}`}>{children}</div>;
}

/** A list whose rows are parted by hairlines. */
export function RowList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line">
      {children}
    </ul>
  );
}

interface RowProps {
  /** Where the row's title leads; the whole title is the link. */
  to?: string | undefined;
  title: ReactNode;
  /** The link opens a tab of its own, so that a form on this page keeps what was typed; say so beside the list. */
  opensTab?: boolean;
  /** Stands before the title and does not belong to the link, such as a number. */
  mark?: ReactNode;
  /** One line under the title: place, day, person. */
  detail?: ReactNode;
  /** A badge or status beside the title. */
  status?: ReactNode;
  /** More under the detail: tags, reasons. */
  children?: ReactNode;
  /** Buttons at the end of the row. */
  actions?: ReactNode;
}

/** One thing in a `RowList`. */
export function Row({ to, title, opensTab, mark, detail, status, children, actions }: RowProps) {
  const Heading = useContext(RowHeadingLevel);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <div className="flex min-w-0 items-baseline gap-x-3">
            {mark}
            <Heading className="min-w-0 text-title-3">
              {to ? (
                <Link
                  to={to}
                  prefetch="intent"
                  target={opensTab ? "_blank" : undefined}
                  className="text-accent underline-offset-4 hover:underline"
                >
                  {title}
                </Link>
              ) : (
                title
              )}
            </Heading>
          </div>
          {status}
        </div>
        {detail && <p className="text-ink-soft">{detail}</p>}
        {children}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </li>
  );
}
