import type { Actor } from "~/domain/actor";
import { planStudent } from "~/domain/imports/plan-student";
import { mayImport } from "~/domain/imports/policy";
import { type PreviewPage, pageOf, previewPage, type WantedRows } from "~/domain/imports/preview-pages";
import type { RowNote } from "~/domain/imports/row-note";
import type { RowOutcome } from "~/domain/imports/row-outcome";
import { changesOf, type StudentChange } from "~/domain/imports/student-changes";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { type JudgedStudents, judgeStudents } from "./judge-students.server";
import { openPeopleFile } from "./open-people-file.server";
import { readRoster, readStudentMails } from "./school-roster.server";

export interface StudentRow {
  rowNo: number;
  outcome: RowOutcome;
  name: string;
  changes: StudentChange[];
  notes: RowNote[];
  /** Of a row that stays out: whom of the school it may mean. Shown, and kept nowhere. */
  perhaps: { id: string; name: string }[];
}

export interface StudentsPreview extends PreviewPage<StudentRow> {
  /** Whom earlier files had and this one lacks, one page of them by name. */
  missing: { count: number; students: { id: string; name: string }[]; page: number; pages: number };
}

/** Reads a whole file of students with the chosen columns and says of every row what it would add or change. Nothing is written. */
export async function previewStudents(
  wiring: Wiring,
  actor: Actor,
  { importId, missingPage = 1, ...wanted }: WantedRows,
): Promise<Outcome<StudentsPreview, "not_permitted" | "not_found" | "column_needed">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const file = await withScope(wiring, actor, (tx) => openPeopleFile(tx, actor, { importId, kind: "students", now }));
  if (!file.ok) return file;
  const { upload, table, today } = file.value;
  const judged = await judgeStudents(table, { mapping: upload.mapping, today });
  return withScope(wiring, actor, async (tx) => {
    const roster = await readRoster(tx, actor);
    const listed = roster.listed();
    const { rows, named } = planRows(judged, roster, await readStudentMails(tx, actor, judged));
    const missing = listed.filter(({ id }) => !named.has(id));
    const { shown, ...place } = pageOf(missing, missingPage);
    const students = shown.map(({ id, fullName: name }) => ({ id, name }));
    return done({
      ...previewPage(rows, { importId, ...wanted }),
      missing: { count: missing.length, students, ...place },
    });
  });
}

function planRows(
  { rows }: JudgedStudents,
  roster: Awaited<ReturnType<typeof readRoster>>,
  mails: Awaited<ReturnType<typeof readStudentMails>>,
): { rows: StudentRow[]; named: ReadonlySet<string> } {
  const named = new Set<string>();
  const planned = rows.map(({ rowNo, verdict }): StudentRow => {
    const plan = planStudent(verdict, roster, mails);
    const row = { rowNo, name: verdict.identity.fullName, changes: [], perhaps: [] };
    if (!plan.ok) {
      for (const { id } of plan.perhaps) named.add(id);
      const perhaps = plan.perhaps.filter(isHere).map(({ id, fullName: name }) => ({ id, name }));
      return { ...row, outcome: "rejected", notes: plan.reasons, perhaps };
    }
    const { before, warnings: notes } = plan;
    if (before) named.add(before.id);
    // Rows further down meet whoever this one brings in, as they will when the file is written.
    const after = before ? plan.after : { ...plan.after, id: idOfRow(rowNo) };
    if (after.advisory?.id === null) {
      after.advisory = { ...after.advisory, id: idOfRow(rowNo) };
      roster.putAdvisory(after.advisory);
    }
    roster.put(after, before ?? undefined);
    if (!before) return { ...row, outcome: "added", notes };
    const changes = changesOf(before, after);
    return { ...row, outcome: changes.length > 0 ? "changed" : "unchanged", changes, notes };
  });
  return { rows: planned, named };
}

const idOfRow = (rowNo: number) => `row ${rowNo}`;

/** Not somebody whom a row further up brings with it. */
const isHere = ({ id }: { id: string }) => !id.startsWith("row ");
