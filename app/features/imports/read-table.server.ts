import { type CsvError, type Options, parse } from "csv-parse";
import { cleanLine } from "~/domain/imports/clean-text";
import { MOST_BYTES, MOST_COLUMNS, MOST_ROWS } from "~/domain/imports/limits";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type BytesFault, decodeFile } from "./decode-file.server";

export type FileFault =
  | BytesFault
  | "file_too_big"
  | "no_rows"
  | "one_column"
  | "too_many_columns"
  | "too_many_rows"
  | "quote_not_closed";

export interface TableRow {
  /** As a spreadsheet counts: the headings are row 1. */
  rowNo: number;
  cells: string[];
}

export interface Table {
  headers: string[];
  rows: TableRow[];
}

/** A quote that never closes swallows the rest of the file; no honest row is this long. */
const LONGEST_RECORD = 500_000;
const DELIMITERS = [",", ";", "\t", "|"] as const;
const LONGEST_HEADER = 200;

/** Reads a whole file as a table: headings and rows as they came, blank rows left out. Refuses with what to do about it. */
export async function readTable(
  content: Uint8Array,
  { mostRows }: { mostRows: number } = { mostRows: MOST_ROWS },
): Promise<Outcome<Table, FileFault>> {
  if (content.length > MOST_BYTES) return refused("file_too_big");
  const decoded = decodeFile(content);
  if (!decoded.ok) return decoded;
  // Excel's own way to name the delimiter.
  const [hint = "", named] = /^sep=(.)\r?\n/i.exec(decoded.value) ?? [];
  const text = decoded.value.slice(hint.length);
  try {
    return await collect(text, { delimiter: named ?? likelyDelimiter(text), mostRows });
  } catch (fault) {
    if (isCsvError(fault)) return refused("quote_not_closed");
    throw fault;
  }
}

async function collect(
  text: string,
  { delimiter, mostRows }: { delimiter: string; mostRows: number },
): Promise<Outcome<Table, FileFault>> {
  const options: Options = { delimiter, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_RECORD };
  const parser = parse(text, options);
  let headers: string[] | null = null;
  const rows: TableRow[] = [];
  let rowNo = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    rowNo += 1;
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (headers) rows.push({ rowNo, cells });
    else headers = headersOf(cells);
    if (headers.length < 2) return refused("one_column");
    if (headers.length > MOST_COLUMNS) return refused("too_many_columns", { limit: MOST_COLUMNS });
    if (rows.length > mostRows) return refused("too_many_rows", { limit: mostRows });
  }
  if (!headers) return refused("file_empty");
  return rows.length === 0 ? refused("no_rows") : done({ headers, rows });
}

/** Blank headings at the end are cells a spreadsheet touched once; they are no columns. */
function headersOf(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1).map((cell) => cleanLine(cell, (text) => text).slice(0, LONGEST_HEADER));
}

/** The sign that parts the headings: the one that occurs most outside quotes in the first line. */
function likelyDelimiter(text: string): string {
  const firstLine =
    text
      .slice(0, LONGEST_RECORD)
      .replace(/"[^"]*"/g, "")
      .trimStart()
      .split(/\r?\n|\r/, 1)[0] ?? "";
  const count = (sign: string) => firstLine.split(sign).length;
  return [...DELIMITERS].sort((one, other) => count(other) - count(one))[0] ?? ",";
}

function isCsvError(fault: unknown): fault is CsvError {
  return fault instanceof Error && "code" in fault && String(fault.code).startsWith("CSV_");
}
