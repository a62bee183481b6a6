import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { finishSitting } from "~db/interest-sittings.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { readFinder } from "./finder-state.server";

/** A student leaves the rest of the cards out and looks at what the answers say, once there are enough of them. */
export async function finishFinder(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<null, "not_permitted" | "too_few_answers">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    const { sitting, mayFinish } = await readFinder(tx, { schoolId, studentId });
    if (!sitting || !mayFinish) return refused("too_few_answers");
    if (sitting.finished_at) return done(null);
    await finishSitting(tx, { schoolId, sittingId: sitting.id, now });
    await recordAct(tx, { actor, noun: "interest_sitting", nounId: sitting.id, transition: "finish", now });
    return done(null);
  });
}
