import type { ReactNode } from "react";

export interface Column<RowData> {
  key: string;
  header: ReactNode;
  cell: (row: RowData) => ReactNode;
  /** `end` for numbers. */
  align?: "start" | "end";
}

interface TableProps<RowData> {
  /** Names the table for screen readers; `captionShown` also shows it. */
  caption: string;
  captionShown?: boolean;
  /** The first column names the row. */
  columns: readonly Column<RowData>[];
  rows: readonly RowData[];
  rowKey: (row: RowData) => string;
  /**
   * Under 640 px: a card for each row (the default), still a table where the cells are short and the rows many, or the
   * figures of a row side by side under its name, and below them what is said about it in a sentence.
   */
  onPhone?: "cards" | "figures" | "table";
}

/** Written out, because a table laid out as blocks loses its roles in browsers. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

const looks = {
  cards: {
    table: "block w-full sm:table",
    head: "max-sm:heard-only",
    body: "block sm:table-row-group",
    row: "mb-3 block rounded-md border border-line bg-surface p-4 sm:mb-0 sm:table-row sm:rounded-none sm:border-0 sm:border-b sm:bg-transparent sm:p-0",
    naming: "block pb-1 sm:table-cell sm:py-3 sm:pe-4",
    cell: "flex gap-3 py-0.5 sm:table-cell sm:py-3 sm:pe-4 sm:last:pe-0",
    columnName: "w-32 shrink-0 text-ink-soft sm:hidden",
    end: "text-start sm:text-end tabular-nums",
    start: "text-start",
  },
  figures: {
    table: "block w-full sm:table",
    head: "max-sm:heard-only",
    body: "block sm:table-row-group",
    row: "flex flex-wrap gap-x-4 gap-y-1 border-b border-line py-4 sm:table-row sm:py-0",
    naming: "w-full sm:table-cell sm:w-auto sm:py-3 sm:pe-4",
    cell: "sm:table-cell sm:py-3 sm:pe-4 sm:last:pe-0",
    columnName: "text-small text-ink-soft sm:hidden",
    // A long figure goes to the next line as a whole: one that is cut reads as two.
    end: "flex min-w-min flex-[1_0_4rem] flex-col justify-between text-start tabular-nums max-sm:whitespace-nowrap max-sm:[&>[aria-hidden]]:whitespace-normal sm:text-end",
    start: "w-full text-start [&>[aria-hidden]]:hidden sm:w-auto",
  },
  table: {
    table: "w-full",
    head: "",
    body: "",
    row: "border-b border-line",
    naming: "py-3 pe-3 sm:pe-4",
    cell: "py-3 pe-3 last:pe-0 sm:pe-4",
    columnName: "hidden",
    end: "text-end tabular-nums",
    start: "text-start",
  },
};

/** A table that turns into one card per row under 640 px, each cell with its column's name before it, or stays one. */
export function Table<RowData>({
  caption,
  captionShown,
  columns,
  rows,
  rowKey,
  onPhone = "cards",
}: TableProps<RowData>) {
  const look = looks[onPhone];
  return (
    <table {...roles.table} className={look.table}>
      <caption className={captionShown ? "block pb-2 text-start text-ink-soft sm:table-caption" : "heard-only"}>
        {caption}
      </caption>
      <thead {...roles.rowgroup} className={look.head}>
        <tr {...roles.row} className="border-b border-line-strong">
          {columns.map(({ key, header, align }) => (
            <th
              key={key}
              {...roles.columnheader}
              scope="col"
              className={`py-2 pe-3 align-bottom text-small font-semibold text-ink-soft last:pe-0 sm:pe-4 sm:last:pe-0 ${align === "end" ? "text-end" : "text-start"}`}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup} className={look.body}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...roles.row} className={look.row}>
            {columns.map((column, place) => (
              <Cell key={column.key} column={column} row={row} naming={place === 0} look={look} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Look = (typeof looks)["cards"];

interface CellProps<RowData> {
  column: Column<RowData>;
  row: RowData;
  naming: boolean;
  look: Look;
}

function Cell<RowData>({ column, row, naming, look }: CellProps<RowData>) {
  const side = column.align === "end" ? look.end : look.start;
  if (naming) {
    return (
      <th {...roles.rowheader} scope="row" className={`font-semibold align-top ${look.naming} ${side}`}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...roles.cell} className={`align-top ${look.cell} ${side}`}>
      <span aria-hidden className={look.columnName}>
        {column.header}
      </span>
      <span className="min-w-0">{column.cell(row)}</span>
    </td>
  );
}
