import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { ENDORSEMENT, type Endorsement } from "~/domain/pursuit/endorsement";
import { meetGate } from "~/steps/gates.server";
import type { Wiring } from "~/wiring";
import { isInAdvisoryOf } from "~db/advisories.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type EndorseRefusal = "not_permitted" | "not_found" | "not_open" | "note_missing";

/**
 * The advisor of a student, or whoever covers today, endorses a request, with a word or without, or hands it to the coordinators
 * with a doubt. Either way a coordinator decides next and reads the note, which the student never does. What was answered or
 * decided before is `not_open`.
 */
export async function endorsePursuit(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, answer, note }: { pursuitId: string; answer: Endorsement; note: string },
): Promise<Outcome<null, EndorseRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    if (!pursuit) return refused("not_found");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const asked = { schoolId, studentId: pursuit.student_id, staffId: personId, on };
    if (!(await isInAdvisoryOf(tx, asked))) return refused("not_found");
    if (pursuit.state !== "requested") return refused("not_open");
    if (answer === "doubt" && note.trim() === "") return refused("note_missing");
    const as = answer === "endorse" ? "met" : "waived";
    const isMet = await meetGate(tx, { actor, pursuitId, kind: ENDORSEMENT.kind, as, by: personId, on, note, now });
    return isMet ? done(null) : refused("not_open");
  });
}
