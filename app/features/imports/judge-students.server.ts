import { decodeHTMLStrict } from "entities";
import { identityKeys, nameKey, type StudentVerdict } from "~/domain/imports/imported-student";
import { orderOfDates } from "~/domain/imports/read-date";
import { readMail, readStudent, type StudentRules } from "~/domain/imports/read-student";
import { cellOf } from "~/domain/imports/row-shape";
import type { ImportMapping } from "~db/imports.server";
import type { Table, TableRow } from "./read-table.server";

export interface JudgedStudent extends TableRow {
  verdict: StudentVerdict;
}

export interface JudgedStudents {
  rows: JudgedStudent[];
  /** Addresses of several rows: a household's, or a mistake. */
  repeatedMails: ReadonlySet<string>;
}

/** A pause for other requests between so many rows. */
const ROWS_PER_TURN = 500;

/** Judges every row of a file of students by itself, and refuses those that repeat an earlier one. `today` is the school's civil date. */
export async function judgeStudents(
  table: Table,
  { mapping, today }: { mapping: ImportMapping; today: string },
): Promise<JudgedStudents> {
  const { columns } = mapping;
  const dateOrder = orderOfDates(table.rows.map(({ cells }) => cellOf(cells, columns.bornOn)));
  const rules: StudentRules = {
    columns,
    columnCount: table.headers.length,
    dateOrder,
    today,
    decode: decodeHTMLStrict,
  };
  const firstRow = new Map<string, number>();
  const rows: JudgedStudent[] = [];
  for (const row of table.rows) {
    rows.push({ ...row, verdict: judge(row, rules, firstRow) });
    if (rows.length % ROWS_PER_TURN === 0) await new Promise<void>((resume) => setImmediate(resume));
  }
  return { rows, repeatedMails: repeatedMailsOf(rows, rules) };
}

function judge(row: TableRow, rules: StudentRules, firstRow: Map<string, number>): StudentVerdict {
  const verdict = readStudent(row.cells, rules);
  if (!verdict.ok) return verdict;
  const keys = identityKeys(verdict.identity);
  const earlier = keys.map((key) => firstRow.get(key)).find((rowNo) => rowNo !== undefined);
  if (earlier === undefined) {
    for (const key of keys) firstRow.set(key, row.rowNo);
    return verdict;
  }
  return { ok: false, identity: verdict.identity, reasons: [{ code: "repeats_student", detail: { row: earlier } }] };
}

/** Of all rows, also of those that cannot come in: a household's address is one whichever of its rows is well. */
function repeatedMailsOf(rows: readonly JudgedStudent[], rules: StudentRules): ReadonlySet<string> {
  const heldBy = new Map<string, string>();
  const again = new Set<string>();
  for (const { cells, verdict } of rows) {
    const mail = readMail(cells, rules);
    const name = nameKey(verdict.identity.fullName);
    if (!mail || (isRepeat(verdict) && heldBy.get(mail) === name)) continue;
    if (heldBy.has(mail)) again.add(mail);
    heldBy.set(mail, name);
  }
  return again;
}

/** The same student again. */
const isRepeat = (verdict: StudentVerdict) =>
  !verdict.ok && verdict.reasons.some(({ code }) => code === "repeats_student");
