import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { AdvanceRefusal } from "~/lifecycle.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

/**
 * The student stops going after a listing, and the coordinators are told; or a coordinator stops it, and the student is told.
 * A host who was contacted is told either way.
 */
export async function withdrawPursuit(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; reason: string },
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  const isOwn = actor.kind === "student";
  if (!isOwn && !(actor.kind === "staff" && mayDecidePursuits(actor))) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId: actor.schoolId, pursuitId: input.pursuitId });
    if (!pursuit || (isOwn && pursuit.student_id !== actor.personId)) return refused("not_found");
    const because = isOwn ? "student_wish" : "school_decision";
    return withdrawInScope(tx, wiring, { actor, pursuit, because, reason: input.reason, now });
  });
}
