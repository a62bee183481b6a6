import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockListing } from "~db/listings.server";
import { insertPlanPause } from "~db/plan-pauses.server";
import { withScope } from "~db/scope.server";

/** Plans to come use no seat of this listing; students go on seeing it. Asking twice changes nothing. */
export async function leaveOutOfPlans(
  wiring: Wiring,
  actor: Actor,
  { listingId, reason }: { listingId: string; reason: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockListing(tx, { schoolId, listingId }))) return refused("not_found");
    const why = reason.trim();
    if (await insertPlanPause(tx, { schoolId, listingId, reason: why, by: actor.personId, now }))
      await recordAct(tx, { actor, noun: "plan_pause", nounId: listingId, transition: "pause", reason: why, now });
    return done(null);
  });
}
