import type { Actor } from "~/domain/actor";
import { whyUnmatched } from "~/domain/matching/why-unmatched";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { decidedSince } from "./counted-plan.server";
import { namesForPlan } from "./plan-names.server";
import { planOnBoard } from "./plan-on-board.server";

/**
 * Whom the plan on the board leaves without a place: why, what alone stands in the way, and where one more seat would help.
 * All of it as the plan was made; `decidedSince` says how much is not counted in.
 */
export async function listUnmatched(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const board = await planOnBoard(tx, wiring, { schoolId });
    if (!board.ok) return board;
    const { nameOf, titleOf, listings } = await namesForPlan(tx, schoolId);
    const { open } = board.value;
    return done({
      decidedSince: await decidedSince(tx, board.value, { schoolId, listings, now: wiring.clock.now() }),
      students: open.plan.unmatched.flatMap(({ studentId, reason }) => {
        if (reason === "opted_out") return [];
        const why = whyUnmatched(open, studentId);
        if (!why.ok) throw new Error(`nobody knows why a student has no place: ${why.reason}`);
        const { binding, travel, crowd, seatsThatHelp } = why.value;
        const seats = seatsThatHelp.map((id) => ({ id, title: titleOf(id) }));
        return [{ id: studentId, name: nameOf(studentId), reason, binding, travel, crowd, seats }];
      }),
    });
  });
}
