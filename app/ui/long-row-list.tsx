import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RowList } from "./card";
import { Disclosure } from "./disclosure";

/** Rows that a phone shows without much turning. */
const FIRST_ROWS = 12;

interface LongRowListProps<Item> {
  label: string;
  items: readonly Item[];
  /** One row. */
  children: (item: Item) => ReactNode;
}

/** A list that begins with a dozen rows; the others are folded under them, and find-in-page opens them. */
export function LongRowList<Item>({ label, items, children }: LongRowListProps<Item>) {
  const { t } = useTranslation("plans");
  const rest = items.slice(FIRST_ROWS);
  return (
    <div>
      <RowList label={label}>{items.slice(0, FIRST_ROWS).map(children)}</RowList>
      {rest.length > 0 && (
        <Disclosure summary={t("moreRows", { count: rest.length })}>
          <RowList label={label}>{rest.map(children)}</RowList>
        </Disclosure>
      )}
    </div>
  );
}
