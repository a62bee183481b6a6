import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { isVisit } from "~/domain/pursuit/gates";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { dropSupport } from "~/steps/arrange-support.server";
import { cancelComingVisits } from "~/steps/cancel-visits.server";
import { closeGateTask } from "~/steps/clearance-task.server";
import { refreshSearch } from "~/steps/places.server";
import { tellStudent } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import type { Wiring } from "~/wiring";
import { listGates } from "~db/gates.server";
import { freePlaceAndSeat } from "~db/listings.server";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

export type CompleteRefusal = AdvanceRefusal | "not_a_visit";

/**
 * A coordinator notes that an interview or shadow day took place: the pursuit is done, its place and seat are free for the next
 * student. Refused while a gate before the visit is open, because then the day should not have happened; the host goes on
 * reading what they were told. An internship ends with its engagement instead.
 */
export async function completePursuit(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string },
): Promise<Outcome<{ from: string; to: string }, CompleteRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const at = now.toISOString();
  const key = { schoolId: actor.schoolId, pursuitId: input.pursuitId };
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, key);
    if (!pursuit) return refused("not_found");
    if (!isVisit(pursuit.kind)) return refused("not_a_visit");
    const news = { wiring, pursuit, event: "completed", now } as const;
    const open = (await listGates(tx, key)).filter((gate) => gate.before !== "start" && gate.state === "open");
    const moved = await advance(tx, {
      actor,
      noun: "pursuit",
      id: input.pursuitId,
      move: "complete",
      met: open.length === 0 ? ["gates_before_visit"] : [],
      notices: {
        student: () => tellStudent(tx, news),
        family: () => tellFamily(tx, news),
      },
      set: { ended_at: at, updated_at: at },
      now,
    });
    if (moved.ok) {
      await freePlaceAndSeat(tx, key);
      await cancelComingVisits(tx, wiring, { actor, pursuit, reason: "the pursuit was completed", now });
      await dropSupport(tx, pursuit, now);
      await closeGateTask(tx, { ...key, note: "The pursuit ended.", now });
      await refreshSearch(tx, pursuit);
    }
    return moved;
  });
}
