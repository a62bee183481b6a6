import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findNewestSitting } from "~db/interest-sittings.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { beginSitting } from "./begin-sitting.server";

/** A student goes through the cards once more, with other cards. The profile of before stays until the new one is finished. */
export async function beginFinderAgain(wiring: Wiring, actor: Actor): Promise<Outcome<null, "not_permitted">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    const newest = await findNewestSitting(tx, { schoolId, studentId });
    if (newest?.finished_at) await beginSitting(tx, { schoolId, studentId, now });
    return done(null);
  });
}
