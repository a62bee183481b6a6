import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { reachPerson } from "~/steps/reach-person.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findMailOf } from "~db/people.server";
import { lockNames, markLeft } from "~db/person-changes.server";
import { findPerson } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** A student who had left is here again, or never left: they count and can sign in from today. Pursuits that ended stay ended. */
export async function takeStudentBack(
  wiring: Wiring,
  actor: Actor,
  { studentId }: { studentId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "has_not_left">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockNames(tx, { schoolId, personId: studentId });
    const person = await findPerson(tx, { schoolId, personId: studentId });
    if (!person?.student_id) return refused("not_found");
    if (!person.left_on) return refused("has_not_left");
    await markLeft(tx, { schoolId, personId: studentId, on: null });
    await recordAct(tx, {
      actor,
      noun: "person",
      nounId: studentId,
      transition: "take_back",
      from: person.left_on,
      now,
    });
    const mail = await findMailOf(tx, { schoolId, personId: studentId });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const contact = { actor, personId: studentId, isShared: false, letsIn: true, language: person.language, on, now };
    if (mail) await reachPerson(tx, { ...contact, kind: "mail", value: mail });
    return done(null);
  });
}
