import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { cleanUpPursuit } from "~/steps/end-pursuit.server";
import { tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

/** A coordinator declines. Two texts: one the student reads, one for staff; the place is free again. */
export async function declinePursuit(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; textForStudent: string; textForStaff: string },
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId: actor.schoolId, pursuitId: input.pursuitId });
    if (!pursuit) return refused("not_found");
    const moved = await advance(tx, {
      actor,
      noun: "pursuit",
      id: input.pursuitId,
      move: "decline",
      met: [],
      notices: { student: () => tellStudent(tx, { wiring, pursuit, event: "declined", now }) },
      set: {
        decline_for_student: input.textForStudent,
        decline_for_staff: input.textForStaff,
        ended_at: now.toISOString(),
        updated_at: now.toISOString(),
      },
      now,
    });
    if (moved.ok) await cleanUpPursuit(tx, wiring, { actor, pursuit, now });
    return moved;
  });
}
