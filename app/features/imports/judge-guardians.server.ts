import { decodeHTMLStrict } from "entities";
import type { GuardianVerdict } from "~/domain/imports/imported-guardian";
import { nameKey } from "~/domain/imports/imported-student";
import { type GuardianRules, readGuardian, readGuardianMail } from "~/domain/imports/read-guardian";
import type { ImportMapping } from "~db/imports.server";
import type { Table, TableRow } from "./read-table.server";

export interface JudgedGuardian extends TableRow {
  verdict: GuardianVerdict;
}

export interface JudgedGuardians {
  rows: JudgedGuardian[];
  /** Addresses beside more than one name: a household's, or a mistake. */
  repeatedMails: ReadonlySet<string>;
}

/** A pause for other requests between so many rows. */
const ROWS_PER_TURN = 500;

/** Judges every row of a file of guardians by itself, and refuses those that name one adult of one student again. */
export async function judgeGuardians(table: Table, { mapping }: { mapping: ImportMapping }): Promise<JudgedGuardians> {
  const rules: GuardianRules = {
    columns: mapping.columns,
    columnCount: table.headers.length,
    decode: decodeHTMLStrict,
  };
  const firstRow = new Map<string, number>();
  const rows: JudgedGuardian[] = [];
  for (const row of table.rows) {
    rows.push({ ...row, verdict: judge(row, rules, firstRow) });
    if (rows.length % ROWS_PER_TURN === 0) await new Promise<void>((resume) => setImmediate(resume));
  }
  return { rows, repeatedMails: repeatedMailsOf(rows, rules) };
}

function judge(row: TableRow, rules: GuardianRules, firstRow: Map<string, number>): GuardianVerdict {
  const verdict = readGuardian(row.cells, rules);
  if (!verdict.ok) return verdict;
  const { identity } = verdict;
  const key = JSON.stringify([identity.studentNumber, nameKey(identity.fullName)]);
  const earlier = firstRow.get(key);
  if (earlier !== undefined)
    return { ok: false, identity, reasons: [{ code: "repeats_guardian", detail: { row: earlier } }] };
  firstRow.set(key, row.rowNo);
  return verdict;
}

/** Of all rows, also of those that cannot come in: a household's address is one whichever of its rows is well. */
function repeatedMailsOf(rows: readonly JudgedGuardian[], rules: GuardianRules): ReadonlySet<string> {
  const heldBy = new Map<string, string>();
  const shared = new Set<string>();
  for (const { cells, verdict } of rows) {
    const mail = readGuardianMail(cells, rules);
    if (!mail) continue;
    const name = nameKey(verdict.identity.fullName);
    if ((heldBy.get(mail) ?? name) !== name) shared.add(mail);
    heldBy.set(mail, name);
  }
  return shared;
}
