import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MATCH_FLAGS, type MatchFlag } from "~/domain/matching/flags";

/** Filters of the plan as links: each has its address, so that back, middle-click and no scripts work. */
export function PlanFilters({
  only,
  counts,
  all,
}: {
  only: MatchFlag | null;
  counts: Readonly<Record<MatchFlag, number>>;
  all: number;
}) {
  const { t } = useTranslation("board");
  const [search] = useSearchParams();
  const to = (flag: MatchFlag | null) => {
    const next = new URLSearchParams(search);
    next.delete("page");
    if (flag) next.set("only", flag);
    else next.delete("only");
    return `?${next}`;
  };
  return (
    <nav aria-label={t("filter.label")} className="flex flex-wrap gap-2 print:hidden">
      {[null, ...MATCH_FLAGS].map((flag) => (
        <Link
          key={flag ?? "all"}
          to={to(flag)}
          preventScrollReset
          aria-current={flag === only ? "true" : undefined}
          className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 ${flag === only ? "border-accent bg-accent-soft font-semibold text-ink" : "border-line-strong text-ink-soft hover:border-accent hover:text-ink"}`}
        >
          {flag ? t(`flag.${flag}`) : t("filter.all")}
          <span className="text-small tabular-nums">{flag ? counts[flag] : all}</span>
        </Link>
      ))}
    </nav>
  );
}
