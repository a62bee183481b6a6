import type { AppLoadContext } from "@remix-run/node";
import type { RowNote } from "~/domain/imports/row-note";
import { csvDownload } from "./csv.server";
import { sentenceFor } from "./text.server";

interface RejectedRows {
  fileName: string;
  headers: readonly string[];
  rows: readonly { cells: readonly string[]; reasons: readonly RowNote[] }[];
}

/**
 * A file to repair and send again: the columns as they came and, after them, why each row was not taken. Cells that a row
 * has too many of follow the reason, so that nothing is lost and every reason stands in one column.
 */
export function rejectedRowsCsv(
  reader: Pick<AppLoadContext, "language">,
  { fileName, headers, rows }: RejectedRows,
): Response {
  const sentence = ({ code, detail }: RowNote) => sentenceFor(reader, `imports:note.${code}`, detail);
  const lines = rows.map(({ cells, reasons }) => [
    ...headers.map((_, column) => cells[column] ?? ""),
    reasons.map(sentence).join(" "),
    ...cells.slice(headers.length),
  ]);
  const widest = Math.max(headers.length + 1, ...lines.map((line) => line.length));
  const columns = [...headers, sentenceFor(reader, "imports:rejectedFile.reason")];
  const name = sentenceFor(reader, "imports:rejectedFile.name", { file: fileName.replace(/\.\w+$/, "") });
  const pad = (line: readonly string[]) => [...line, ...Array<string>(widest - line.length).fill("")];
  return csvDownload({ name, columns: pad(columns), rows: lines.map(pad) });
}
