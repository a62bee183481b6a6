import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import type { AdvanceRefusal } from "~/lifecycle.server";
import { cancelVisit } from "~/steps/cancel-visits.server";
import { findVisitActor, lockVisit } from "~/steps/find-visit.server";
import { tellStaffOfVisit } from "~/steps/tell-staff-of-visit.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";

export type CallOffRefusal = AdvanceRefusal | "reason_missing";

/**
 * Staff, the student or the host call a visit off, with a reason that staff read. Everybody who was told of it is told, and staff
 * whom somebody else called it off for get a task to find another day.
 */
export async function callOffVisit(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, visitId, reason }: { pursuitId: string; visitId: string; reason: string },
): Promise<Outcome<{ from: string; to: string }, CallOffRefusal>> {
  const as = await findVisitActor(wiring, actor, pursuitId);
  if (typeof as === "string") return refused(as);
  if (reason.trim() === "") return refused("reason_missing");
  const now = wiring.clock.now();
  return withScope(wiring, as, async (tx) => {
    const found = await lockVisit(tx, { as, pursuitId, visitId });
    if (!found) return refused("not_found");
    const moved = await cancelVisit(tx, wiring, { actor: as, ...found, reason: reason.trim(), now });
    if (moved.ok && as.kind !== "staff") await tellStaffOfVisit(tx, { ...found, by: as, reason: reason.trim(), now });
    return moved;
  });
}
