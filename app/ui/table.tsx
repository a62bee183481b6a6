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

/** A table that turns into one card per row under 640 px, each cell with its column's name before it. */
export function Table<RowData>({ caption, captionShown, columns, rows, rowKey }: TableProps<RowData>) {
  return (
    <table {...roles.table} className="block w-full sm:table">
      <caption className={captionShown ? "block pb-2 text-start text-ink-soft sm:table-caption" : "heard-only"}>
        {caption}
      </caption>
      <thead {...roles.rowgroup} className="max-sm:heard-only">
        <tr {...roles.row} className="border-b border-line-strong">
          {columns.map(({ key, header, align }) => (
            <th
              key={key}
              {...roles.columnheader}
              scope="col"
              className={`py-2 pe-4 text-small font-semibold text-ink-soft ${side(align)}`}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup} className="block sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            {...roles.row}
            className="mb-3 block rounded-md border border-line bg-surface p-4 sm:mb-0 sm:table-row sm:rounded-none sm:border-0 sm:border-b sm:bg-transparent sm:p-0"
          >
            {columns.map((column, place) => (
              <Cell key={column.key} column={column} row={row} naming={place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const side = (align: "start" | "end" | undefined) =>
  align === "end" ? "text-start sm:text-end tabular-nums" : "text-start";

function Cell<RowData>({ column, row, naming }: { column: Column<RowData>; row: RowData; naming: boolean }) {
  if (naming) {
    return (
      <th
        {...roles.rowheader}
        scope="row"
        className={`block pb-1 font-semibold sm:table-cell sm:py-3 sm:pe-4 sm:align-top ${side(column.align)}`}
      >
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      {...roles.cell}
      className={`flex gap-3 py-0.5 sm:table-cell sm:py-3 sm:pe-4 sm:align-top ${side(column.align)}`}
    >
      <span aria-hidden className="w-32 shrink-0 text-ink-soft sm:hidden">
        {column.header}
      </span>
      <span className="min-w-0">{column.cell(row)}</span>
    </td>
  );
}
