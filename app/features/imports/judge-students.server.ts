import { decodeHTMLStrict } from "entities";
import { howRepeated, identityKeys, nameKey, type StudentVerdict } from "~/domain/imports/imported-student";
import { orderOfDates } from "~/domain/imports/read-date";
import { readMail, readStudent, type StudentRules } from "~/domain/imports/read-student";
import type { RowNote, StudentReason } from "~/domain/imports/row-note";
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

/** Judges every row of a file of students by itself, and refuses those that repeat or contradict another one. `today` is the school's civil date. */
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
  const rows: JudgedStudent[] = [];
  for (const row of table.rows) {
    rows.push({ ...row, verdict: readStudent(row.cells, rules) });
    if (rows.length % ROWS_PER_TURN === 0) await new Promise<void>((resume) => setImmediate(resume));
  }
  const judged = refuseRepeats(rows);
  return { rows: judged, repeatedMails: repeatedMailsOf(judged, rules) };
}

/** Of two rows about one student the first stands; of two that contradict each other neither does, for either may be the wrong one. */
function refuseRepeats(rows: readonly JudgedStudent[]): JudgedStudent[] {
  const firstOf = new Map<string, JudgedStudent>();
  const reasons = new Map<number, RowNote<StudentReason>>();
  for (const row of rows) {
    if (!row.verdict.ok) continue;
    const { identity } = row.verdict;
    const keys = identityKeys(identity);
    const earlier = keys.map((key) => firstOf.get(key)).find((first) => first !== undefined);
    for (const key of keys) if (!firstOf.has(key)) firstOf.set(key, row);
    if (!earlier) continue;
    const code = howRepeated(earlier.verdict.identity, identity);
    const about = (other: TableRow) => ({ code, detail: { row: other.rowNo, number: identity.number } });
    reasons.set(row.rowNo, about(earlier));
    if (code !== "repeats_student" && !reasons.has(earlier.rowNo)) reasons.set(earlier.rowNo, about(row));
  }
  return rows.map((row) => {
    const reason = reasons.get(row.rowNo);
    return reason ? { ...row, verdict: { ok: false, identity: row.verdict.identity, reasons: [reason] } } : row;
  });
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
