import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listOwnMailsUntil, openMembership } from "~db/memberships.server";
import { lockNames, markLeft } from "~db/person-changes.server";
import { findPerson } from "~db/person-page.server";
import { lockStudent } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * A student who had left is here again, or never left: they count from today, and sign in by the addresses that let them in on their
 * last day and are still their own. A household's opens nothing by itself. Pursuits that ended stay ended.
 */
export async function takeStudentBack(
  wiring: Wiring,
  actor: Actor,
  { studentId }: { studentId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "has_not_left">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
    await lockNames(tx, { schoolId, personId: studentId });
    const person = await findPerson(tx, { schoolId, personId: studentId });
    if (!person?.left_on) return refused("has_not_left");
    await markLeft(tx, { schoolId, personId: studentId, on: null });
    await recordAct(tx, {
      actor,
      noun: "person",
      nounId: studentId,
      transition: "take_back",
      from: person.left_on,
      now,
    });
    const from = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const place = { schoolId, districtId, personId: studentId, role: "student", language: person.language } as const;
    for (const mail of await listOwnMailsUntil(tx, { ...place, lastDay: person.left_on }))
      if (await openMembership(tx, { ...place, mail, from }))
        await recordAct(tx, { actor, noun: "person", nounId: studentId, transition: "let_in", reason: "student", now });
    return done(null);
  });
}
