import type { ReactNode } from "react";

/** Where a list would be: says in a sentence why there is nothing, and offers the next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded-md border border-dashed border-line-strong px-5 py-8">
      <p className="font-serif text-title-3 font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-text text-ink-soft">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
