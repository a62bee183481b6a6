/**
 * Reads a table written as text: one row per line, cells between `|`, blank lines ignored.
 * Throws when a row has another number of cells than `columns`, so that a slip in the sample data is found at once.
 */
export function readTable<const Column extends string>(
  columns: readonly Column[],
  text: string,
): Record<Column, string>[] {
  return lines(text).map((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells.length !== columns.length)
      throw new Error(`Sample row has ${cells.length} cells, not ${columns.length}: ${line}`);
    return Object.fromEntries(columns.map((column, place) => [column, cells[place]])) as Record<Column, string>;
  });
}

/** The words of one cell. */
export function words(cell: string): string[] {
  return cell.split(/\s+/).filter((word) => word !== "" && word !== "-");
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** ISO weekday numbers (1 is Monday) of words such as `tue thu`. */
export function weekdays(cell: string): number[] {
  return words(cell).map((word) => {
    const place = WEEKDAYS.indexOf(word);
    if (place < 0) throw new Error(`No weekday: ${word}`);
    return place + 1;
  });
}
