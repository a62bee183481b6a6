import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { findVisitActor, lockVisit } from "~/steps/find-visit.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";

export type EndVisitRefusal = AdvanceRefusal | "not_begun";

/** Staff or the host say, once it has begun, whether the visit took place or the student did not come. */
export async function endVisit(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, visitId, came }: { pursuitId: string; visitId: string; came: boolean },
): Promise<Outcome<{ from: string; to: string }, EndVisitRefusal>> {
  const as = await findVisitActor(wiring, actor, pursuitId);
  if (typeof as === "string") return refused(as);
  const now = wiring.clock.now();
  return withScope(wiring, as, async (tx) => {
    const found = await lockVisit(tx, { as, pursuitId, visitId });
    if (!found) return refused("not_found");
    if (new Date(found.visit.starts_at ?? now) > now) return refused("not_begun");
    const move = { actor: as, noun: "visit", id: visitId, met: [], notices: {}, now } as const;
    return came ? advance(tx, { ...move, move: "confirm_done" }) : advance(tx, { ...move, move: "miss" });
  });
}
