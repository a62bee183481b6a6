import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockListing } from "~db/listings.server";
import { deletePlanPause, findPlanPause } from "~db/plan-pauses.server";
import { withScope } from "~db/scope.server";

/**
 * Plans to come may use the seats of this listing again. Asking twice changes nothing. `seen` is when the pause that was shown
 * began: one that a colleague made since is not taken away, `changed_before` says so.
 */
export async function takeIntoPlans(
  wiring: Wiring,
  actor: Actor,
  { listingId, seen }: { listingId: string; seen: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "changed_before">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockListing(tx, { schoolId, listingId }))) return refused("not_found");
    const pausedAt = await findPlanPause(tx, { schoolId, listingId });
    if (pausedAt === undefined) return done(null);
    if (pausedAt !== seen) return refused("changed_before");
    if (await deletePlanPause(tx, { schoolId, listingId }))
      await recordAct(tx, { actor, noun: "plan_pause", nounId: listingId, transition: "resume", now });
    return done(null);
  });
}
