import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import { listOwnMailsUntil, openMembership } from "~db/memberships.server";
import { lockNames, markLeft } from "~db/person-changes.server";
import { findPerson } from "~db/person-page.server";
import { lockStudent } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

export type TakenBack = "back" | "not_found" | "has_not_left";

/**
 * A student who had left is here again: they count from today, and sign in by the addresses that let them in on their last day and
 * are still their own. A household's opens nothing by itself. Pursuits that ended stay ended.
 */
export async function takeBack(
  tx: ScopeTx,
  { actor, studentId, now }: { actor: StaffActor | SystemActor; studentId: string; now: Date },
): Promise<TakenBack> {
  const { schoolId, districtId } = actor;
  if (!(await lockStudent(tx, { schoolId, studentId }))) return "not_found";
  await lockNames(tx, { schoolId, personId: studentId });
  const person = await findPerson(tx, { schoolId, personId: studentId });
  if (!person?.left_on) return "has_not_left";
  await markLeft(tx, { schoolId, personId: studentId, on: null });
  const act = { actor, noun: "person", nounId: studentId, now };
  await recordAct(tx, { ...act, transition: "take_back", from: person.left_on });
  const from = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const place = { schoolId, districtId, personId: studentId, role: "student", language: person.language } as const;
  for (const mail of await listOwnMailsUntil(tx, { ...place, lastDay: person.left_on }))
    if (await openMembership(tx, { ...place, mail, from }))
      await recordAct(tx, { ...act, transition: "let_in", reason: "student" });
  return "back";
}
