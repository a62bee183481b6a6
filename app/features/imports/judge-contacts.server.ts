import { decodeHTMLStrict } from "entities";
import type { ContactVerdict } from "~/domain/imports/imported-contact";
import { type ContactRules, readContactRow } from "~/domain/imports/read-contact-row";
import type { ImportMapping } from "~db/imports.server";
import type { Table, TableRow } from "./read-table.server";

export interface JudgedContact extends TableRow {
  verdict: ContactVerdict;
}

/** A pause for other requests between so many rows. */
const ROWS_PER_TURN = 500;

/** Judges every row of a file of contacts by itself. Rows about one person are put together when they are planned. */
export async function judgeContacts(table: Table, { columns }: ImportMapping): Promise<JudgedContact[]> {
  const rules: ContactRules = { columns, columnCount: table.headers.length, decode: decodeHTMLStrict };
  const rows: JudgedContact[] = [];
  for (const row of table.rows) {
    rows.push({ ...row, verdict: readContactRow(row.cells, rules) });
    if (rows.length % ROWS_PER_TURN === 0) await new Promise<void>((resume) => setImmediate(resume));
  }
  return rows;
}
