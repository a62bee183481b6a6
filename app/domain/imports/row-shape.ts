import type { RowNote } from "./row-note";

/** What stands in a column of a row; "" for a column that the file does not have. */
export function cellOf(cells: readonly string[], column: number | undefined): string {
  const cell = column === undefined ? "" : (cells[column] ?? "");
  // Spreadsheets and our own file of rejected rows write an apostrophe before what could be taken for a formula.
  return cell.replace(/^'(?=[=+\-@\t\r])/, "");
}

/** Blank cells after the last column are how spreadsheets end a row; anything else in them is a shifted row. */
export function faultOfShape(
  cells: readonly string[],
  columnCount: number,
): RowNote<"too_few_cells" | "too_many_cells"> | null {
  const detail = { cells: cells.length, columns: columnCount };
  if (cells.length < columnCount) return { code: "too_few_cells", detail };
  const surplus = cells.slice(columnCount).some((cell) => cell.trim() !== "");
  return surplus ? { code: "too_many_cells", detail } : null;
}
