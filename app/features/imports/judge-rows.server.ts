import { createHash } from "node:crypto";
import { decodeHTMLStrict } from "entities";
import { identityOf } from "~/domain/imports/imported-placement";
import { type RowRules, type RowVerdict, readRow } from "~/domain/imports/read-row";
import type { ImportMapping } from "~db/imports.server";
import type { Table, TableRow } from "./read-table.server";

export interface JudgedRow extends TableRow {
  verdict: RowVerdict;
  /** Recognises the placement in the next file; null for a rejected row. */
  sourceKey: string | null;
}

/** A pause for other requests between so many rows: 20,000 rows take about a second. */
const ROWS_PER_TURN = 500;

/** Judges every row, and rejects those that repeat an earlier one. `today` is the school's civil date. */
export async function judgeRows(
  table: Table,
  { mapping, today }: { mapping: ImportMapping; today: string },
): Promise<JudgedRow[]> {
  const { columns, defaultKind } = mapping;
  if (defaultKind === null) throw new Error("A file of opportunities has a kind for rows that name none");
  const rules: RowRules = { columns, defaultKind, columnCount: table.headers.length, today, decode: decodeHTMLStrict };
  const firstRow = new Map<string, number>();
  const judged: JudgedRow[] = [];
  for (const row of table.rows) {
    judged.push(judge(row, rules, firstRow));
    if (judged.length % ROWS_PER_TURN === 0) await new Promise<void>((resume) => setImmediate(resume));
  }
  return judged;
}

function judge(row: TableRow, rules: RowRules, firstRow: Map<string, number>): JudgedRow {
  const verdict = readRow(row.cells, rules);
  if (!verdict.ok) return { ...row, verdict, sourceKey: null };
  const sourceKey = hash(identityOf(verdict.placement));
  const earlier = firstRow.get(sourceKey);
  if (earlier !== undefined) {
    return {
      ...row,
      verdict: { ok: false, reasons: [{ code: "repeats_row", detail: { row: earlier } }] },
      sourceKey: null,
    };
  }
  firstRow.set(sourceKey, row.rowNo);
  return { ...row, verdict, sourceKey };
}

/** SHA-256 in hexadecimal. */
export function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
