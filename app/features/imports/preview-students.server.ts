import type { Actor } from "~/domain/actor";
import { faultsOfMapping } from "~/domain/imports/columns-of-kind";
import { PREVIEW_ROWS } from "~/domain/imports/limits";
import { planStudent } from "~/domain/imports/plan-student";
import { mayImport } from "~/domain/imports/policy";
import type { NoteCode, RowNote } from "~/domain/imports/row-note";
import { changesOf, type StudentChange } from "~/domain/imports/student-changes";
import { done, type Outcome, refused } from "~/domain/outcome";
import { civilDateIn } from "~/domain/time";
import type { Wiring } from "~/wiring";
import { findImport, getImportContent } from "~db/imports.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type JudgedStudents, judgeStudents } from "./judge-students.server";
import { readTable } from "./read-table.server";
import { findOthersMails, readRoster } from "./school-roster.server";

export interface StudentRow {
  rowNo: number;
  outcome: "added" | "changed" | "unchanged" | "rejected";
  name: string;
  changes: StudentChange[];
  notes: RowNote[];
}

export interface StudentsPreview {
  counts: { total: number; added: number; changed: number; unchanged: number; rejected: number; warned: number };
  /** How many rows carry each reason or warning, the most frequent first. */
  byNote: { code: NoteCode; rows: number }[];
  /** The first rows that change somebody, that are refused and that add somebody, in the order of the file. */
  rows: StudentRow[];
  /** Whom earlier files had and this one lacks, the first of them by name. */
  missing: { count: number; students: { id: string; name: string }[] };
}

/** Reads a whole file of students with the chosen columns and says of every row what it would add or change. Nothing is written. */
export async function previewStudents(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<StudentsPreview, "not_permitted" | "not_found" | "column_needed">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, importId };
  const found = await withScope(wiring, actor, async (tx) => {
    const upload = await findImport(tx, key);
    if (upload?.kind !== "students" || upload.state !== "uploaded") return null;
    const school = await getSchool(tx, actor.schoolId);
    return { upload, content: await getImportContent(tx, key), timeZone: school.time_zone };
  });
  if (!found) return refused("not_found");
  const { upload, content, timeZone } = found;
  if (faultsOfMapping(upload.kind, upload.mapping, upload.headers.length).length > 0) return refused("column_needed");
  const table = await readTable(content);
  if (!table.ok) throw new Error(`import ${importId} could be read once and cannot any more: ${table.reason}`);
  const today = civilDateIn(timeZone, wiring.clock.now().toISOString());
  const judged = await judgeStudents(table.value, { mapping: upload.mapping, today });
  return withScope(wiring, actor, async (tx) => {
    const roster = await readRoster(tx, actor);
    const listed = roster.listed();
    const { rows, named } = planRows(judged, roster, await findOthersMails(tx, actor, judged));
    const missing = listed.filter(({ id }) => !named.has(id));
    const students = missing.slice(0, PREVIEW_ROWS).map(({ id, fullName: name }) => ({ id, name }));
    return done({ ...summarise(rows), missing: { count: missing.length, students } });
  });
}

function planRows(
  { rows }: JudgedStudents,
  roster: Awaited<ReturnType<typeof readRoster>>,
  isOthers: Awaited<ReturnType<typeof findOthersMails>>,
): { rows: StudentRow[]; named: ReadonlySet<string> } {
  const named = new Set<string>();
  const planned = rows.map(({ rowNo, verdict }): StudentRow => {
    const plan = planStudent(verdict, roster, isOthers);
    const row = { rowNo, name: verdict.identity.fullName, changes: [] };
    if (!plan.ok) {
      for (const { id } of plan.perhaps) named.add(id);
      return { ...row, outcome: "rejected", notes: plan.reasons };
    }
    const { before, warnings: notes } = plan;
    if (before) named.add(before.id);
    // Rows further down meet whoever this one brings in, as they will when the file is written.
    const after = before ? plan.after : { ...plan.after, id: `row ${rowNo}` };
    if (after.advisory?.id === null) {
      after.advisory = { ...after.advisory, id: `row ${rowNo}` };
      roster.putAdvisory(after.advisory);
    }
    roster.put(after, before ?? undefined);
    if (!before) return { ...row, outcome: "added", notes };
    const changes = changesOf(before, after);
    return { ...row, outcome: changes.length > 0 ? "changed" : "unchanged", changes, notes };
  });
  return { rows: planned, named };
}

function summarise(rows: readonly StudentRow[]): Omit<StudentsPreview, "missing"> {
  const of = (outcome: StudentRow["outcome"]) => rows.filter((row) => row.outcome === outcome);
  const [added, changed, rejected] = [of("added"), of("changed"), of("rejected")];
  const perCode = new Map<NoteCode, number>();
  for (const row of rows)
    for (const code of new Set(row.notes.map((note) => note.code))) perCode.set(code, (perCode.get(code) ?? 0) + 1);
  const shown = [changed, rejected, added].flatMap((some) => some.slice(0, PREVIEW_ROWS));
  return {
    counts: {
      total: rows.length,
      added: added.length,
      changed: changed.length,
      unchanged: of("unchanged").length,
      rejected: rejected.length,
      warned: rows.filter((row) => row.outcome !== "rejected" && row.notes.length > 0).length,
    },
    byNote: [...perCode].map(([code, count]) => ({ code, rows: count })).sort((one, other) => other.rows - one.rows),
    rows: shown.sort((one, other) => one.rowNo - other.rowNo),
  };
}
