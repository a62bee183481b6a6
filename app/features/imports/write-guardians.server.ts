import type { StaffActor, SystemActor } from "~/domain/actor";
import { guardianChangesOf } from "~/domain/imports/guardian-changes";
import { planGuardian } from "~/domain/imports/plan-guardian";
import { markLinksListed } from "~db/families-roster.server";
import type { ImportRowResult } from "~db/import-rows.server";
import { lockPeople } from "~db/person-changes.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { JudgedGuardian, JudgedGuardians } from "./judge-guardians.server";
import { readFamilies, readGuardianMails } from "./school-families.server";
import { writeGuardian } from "./write-guardian.server";

/** Writes a batch of guardians in the caller's transaction and answers what became of each. Whoever adds people of the school waits. */
export async function writeGuardians(
  tx: ScopeTx,
  { actor, now }: { actor: StaffActor | SystemActor; now: Date },
  batch: { rows: readonly JudgedGuardian[]; repeatedMails: JudgedGuardians["repeatedMails"] },
): Promise<ImportRowResult[]> {
  await lockPeople(tx, actor);
  const { time_zone: timeZone } = await getSchool(tx, actor.schoolId);
  const families = await readFamilies(tx, { actor, now });
  const mails = await readGuardianMails(tx, actor, batch);
  const results: ImportRowResult[] = [];
  const pairs: { studentId: string; guardianId: string }[] = [];
  for (const { rowNo, cells, verdict } of batch.rows) {
    const plan = planGuardian(verdict, families, mails);
    const result = { rowNo, placementId: null, personId: null, contactId: null, raw: null, reasons: [], warnings: [] };
    if (!plan.ok) {
      results.push({ ...result, outcome: "rejected", reasons: plan.reasons, raw: cells });
      continue;
    }
    const { before, student, warnings } = plan;
    const isChanged = guardianChangesOf(plan, families).length > 0;
    const outcome = !before ? "added" : isChanged ? "changed" : "unchanged";
    const after = isChanged || !before ? await writeGuardian(tx, { actor, timeZone, now }, plan) : plan.after;
    families.put(after);
    pairs.push({ studentId: student.id, guardianId: after.id });
    results.push({ ...result, outcome, warnings, personId: after.id });
  }
  await markLinksListed(tx, { schoolId: actor.schoolId, pairs, now });
  return results;
}
