import type { RowNote } from "~/domain/imports/row-note";
import { PERSONAL_TARGETS, type Target } from "~/domain/imports/target";
import type { ImportRecord } from "~db/imports.server";
import type { JudgedRow } from "./judge-rows.server";

/** What a placement remembers of the row it came from. */
export interface RowSource {
  importId: string;
  file: string;
  row: number;
  /** Heading to cell, as it came. Blank cells and columns with personal data are left out. */
  values: Record<string, string>;
  warnings: RowNote[];
  url: string;
  category: string;
}

const LONGEST_VALUE = 2_000;

/** The row as the file had it, past dates and placeholder seats included: for whoever reviews or disputes it later. */
export function sourceOfRow(upload: ImportRecord, row: JudgedRow): RowSource {
  const placement = row.verdict.ok ? row.verdict.placement : null;
  const personal = new Set(
    Object.entries(upload.mapping.columns)
      .filter(([target]) => PERSONAL_TARGETS.has(target as Target))
      .map(([, column]) => column),
  );
  const values = upload.headers.flatMap((header, column) => {
    const cell = (row.cells[column] ?? "").trim();
    return cell === "" || personal.has(column)
      ? []
      : [[nameOf(upload.headers, column, header), cell.slice(0, LONGEST_VALUE)]];
  });
  return {
    importId: upload.id,
    file: upload.fileName,
    row: row.rowNo,
    values: Object.fromEntries(values),
    warnings: row.verdict.ok ? row.verdict.warnings : [],
    url: placement?.url ?? "",
    category: placement?.category ?? "",
  };
}

/** Two columns may share a heading, and a heading may be blank. */
function nameOf(headers: readonly string[], column: number, header: string): string {
  return header === "" || headers.indexOf(header) !== column ? `${header} [${column + 1}]`.trim() : header;
}
