import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { holdsOwnRights } from "~/domain/consent/holder";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findStudentToTell, listFamilyWithRights } from "~db/own-rights.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The adults of a student of 18 at the school, with what the student lets each of them read; before that nobody is listed. */
export async function listOwnFamily(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    const student = await findStudentToTell(tx, { schoolId, studentId });
    const decidesAlone = holdsOwnRights(student?.born_on ?? null, on);
    const family = decidesAlone ? await listFamilyWithRights(tx, { schoolId, studentId, on }) : [];
    return done({
      decidesAlone,
      family: family.map((link) => ({
        ...{ linkId: link.id, name: link.name_used, sees: link.student_lets_see },
        knowsPlaces: link.may_know_whereabouts,
        /** The school keeps this adult from the records, whatever the student chooses; it says why, not this page. */
        isKeptOut: !link.may_see_records,
      })),
    });
  });
}
