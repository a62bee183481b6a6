import type { StaffActor, SystemActor } from "~/domain/actor";
import { planStudent } from "~/domain/imports/plan-student";
import { changesOf } from "~/domain/imports/student-changes";
import type { ImportRowResult } from "~db/import-rows.server";
import { lockPeople } from "~db/person-changes.server";
import { markListed } from "~db/roster.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { JudgedStudent, JudgedStudents } from "./judge-students.server";
import { readRoster, readStudentMails } from "./school-roster.server";
import { writeStudent } from "./write-student.server";

/** Writes a batch of students in the caller's transaction and answers what became of each. Whoever adds people of the school waits. */
export async function writeStudents(
  tx: ScopeTx,
  { actor, now }: { actor: StaffActor | SystemActor; now: Date },
  batch: { rows: readonly JudgedStudent[]; repeatedMails: JudgedStudents["repeatedMails"] },
): Promise<ImportRowResult[]> {
  await lockPeople(tx, actor);
  const { time_zone: timeZone } = await getSchool(tx, actor.schoolId);
  const roster = await readRoster(tx, actor);
  const mails = await readStudentMails(tx, actor, batch);
  const results: ImportRowResult[] = [];
  const named = new Set<string>();
  for (const { rowNo, cells, verdict } of batch.rows) {
    const plan = planStudent(verdict, roster, mails);
    const result = { rowNo, placementId: null, personId: null, contactId: null, raw: null, reasons: [], warnings: [] };
    if (!plan.ok) {
      for (const { id } of plan.perhaps) named.add(id);
      results.push({ ...result, outcome: "rejected", reasons: plan.reasons, raw: cells });
      continue;
    }
    const { before, warnings } = plan;
    const isChanged = before !== null && changesOf(before, plan.after).length > 0;
    const outcome = !before ? "added" : isChanged ? "changed" : "unchanged";
    if (outcome === "unchanged") {
      named.add(plan.after.id);
      results.push({ ...result, outcome, warnings, personId: plan.after.id });
      continue;
    }
    const after = await writeStudent(tx, { actor, timeZone, now }, plan);
    if (after.advisory && plan.after.advisory?.id === null) roster.putAdvisory(after.advisory);
    roster.put(after, before ?? undefined);
    named.add(after.id);
    results.push({ ...result, outcome, warnings, personId: after.id });
  }
  await markListed(tx, { schoolId: actor.schoolId, studentIds: [...named], now });
  return results;
}
