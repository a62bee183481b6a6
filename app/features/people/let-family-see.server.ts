import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { holdsOwnRights } from "~/domain/consent/holder";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findStudentToTell, listFamilyWithRights, updateStudentLetsSee } from "~db/own-rights.server";
import { lockStudent } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** What a student of 18 lets an adult of the family go on reading. */
type FamilySight = "show" | "hide";
export type FamilySightRefusal = "not_permitted" | "not_found" | "not_of_age";

/**
 * A student of 18 lets one of their adults read what goes on, or takes it back. It gives no more than the adult's link gave before: no
 * place to one who may not know whereabouts, and nothing to one whom a legal document keeps from the records.
 */
export async function letFamilySee(
  wiring: Wiring,
  actor: Actor,
  { linkId, sight }: { linkId: string; sight: FamilySight },
): Promise<Outcome<null, FamilySightRefusal>> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const student = await findStudentToTell(tx, { schoolId, studentId });
    if (!holdsOwnRights(student?.born_on ?? null, on)) return refused("not_of_age");
    const family = await listFamilyWithRights(tx, { schoolId, studentId, on });
    const link = family.find(({ id, may_see_records }) => id === linkId && may_see_records);
    if (!link) return refused("not_found");
    const letsSee = sight === "show";
    if (link.student_lets_see === letsSee) return done(null);
    await updateStudentLetsSee(tx, { schoolId, linkId, letsSee });
    await recordAct(tx, { actor, noun: "guardian_link", nounId: linkId, transition: `${sight}_records`, now });
    return done(null);
  });
}
