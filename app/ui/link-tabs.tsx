import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export interface LinkTab {
  to: string;
  label: ReactNode;
  current: boolean;
  /** How many things are behind it. */
  count?: number | undefined;
}

interface LinkTabsProps {
  tabs: readonly LinkTab[];
  label: string;
  /** Under 640 px: as many in a row as there is room for (the default), or three in each row where the tabs are many and short. */
  onPhone?: "rows" | "thirds";
}

const looks = {
  rows: { nav: "flex", other: "" },
  thirds: { nav: "grid grid-cols-3 sm:flex", other: "max-sm:border-line" },
};

/** Views of one page, each with its own address: links, so that back, middle-click and no scripts work. */
export function LinkTabs({ tabs, label, onPhone = "rows" }: LinkTabsProps) {
  const look = looks[onPhone];
  return (
    <nav aria-label={label} className={`${look.nav} flex-wrap gap-x-6 border-b border-line`}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          aria-current={tab.current ? "page" : undefined}
          preventScrollReset
          className={`-mb-px flex min-h-11 items-center gap-2 border-b-3 py-2 whitespace-nowrap ${tab.current ? "border-accent font-semibold text-ink" : `border-transparent text-ink-soft hover:border-line-strong hover:text-ink ${look.other}`}`}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="rounded-full bg-sunken px-2 text-small tabular-nums">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
