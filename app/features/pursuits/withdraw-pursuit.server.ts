import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import type { AdvanceRefusal } from "~/lifecycle.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

/** The student stops going after a listing; staff read why. A host who was contacted is told; staff who take the wish down use `recordAnswer`. */
export async function withdrawPursuit(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; reason: string },
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { pursuitId, reason } = input;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId: actor.schoolId, pursuitId });
    if (pursuit?.student_id !== actor.personId) return refused("not_found");
    return withdrawInScope(tx, wiring, { actor, pursuit, because: "student_wish", reason, words: reason.trim(), now });
  });
}
