import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { AdvanceRefusal } from "~/lifecycle.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

/** The student (or a coordinator for them) stops going after a listing. A host who was contacted is told. */
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
    return withdrawInScope(tx, wiring, { actor, pursuit, reason: input.reason, now });
  });
}
