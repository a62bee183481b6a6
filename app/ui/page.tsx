import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useId } from "react";
import { RowHeadingLevel } from "./heading-level";

/** Id of the page's main landmark: the skip link leads here. */
export const mainId = "main";

interface PageProps {
  title: ReactNode;
  /** One or two sentences under the title: what to do here. */
  lead?: ReactNode;
  /** The page's actions, beside the title on wide screens. One of them may be primary. */
  actions?: ReactNode;
  /** A link above the title to where people come from. */
  back?: { to: string; label: ReactNode } | undefined;
  /** `text` for reading and forms (the default), `wide` for tables, boards and lists. */
  width?: "text" | "wide";
  children: ReactNode;
}

/** The frame of every page: one main landmark, one heading of level 1, a lead, and the content. */
export function Page({ title, lead, actions, back, width = "text", children }: PageProps) {
  const measure = width === "text" ? "max-w-text" : "";
  return (
    <main id={mainId} tabIndex={-1} className="page-width flex-1 pt-8 pb-16 sm:pt-12">
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-text min-w-0">
          {back && (
            <Link
              to={back.to}
              className="mb-3 inline-flex items-center gap-2 text-accent underline-offset-4 hover:underline print:hidden"
            >
              <ArrowLeft aria-hidden className="size-5 rtl:-scale-x-100" />
              {back.label}
            </Link>
          )}
          <h1 className="text-title-1">{title}</h1>
          {lead && <div className="mt-3 text-lead text-ink-soft">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </header>
      <div className={`${measure} space-y-10`}>{children}</div>
    </main>
  );
}

interface SectionProps {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Target of links inside the page. */
  id?: string;
}

/** A part of a page under a heading of level 2; screen readers list it by that heading. */
export function Section({ title, lead, actions, children, id }: SectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} id={id}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <div className="max-w-text">
          <h2 id={heading} className="text-title-2">
            {title}
          </h2>
          {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
      <RowHeadingLevel.Provider value="h3">{children}</RowHeadingLevel.Provider>
    </section>
  );
}
