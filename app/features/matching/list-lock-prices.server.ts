import type { Actor } from "~/domain/actor";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import { lockPrices } from "~/domain/matching/lock-price";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countedPlanOf } from "./counted-plan-of.server";
import { type NamedPrice, namedPrice } from "./named-price";
import { namesForPlan } from "./plan-names.server";
import type { NoWarmPlan } from "./warm-plan-of.server";

export interface LockPrices {
  /** Every lock that the plan on the board keeps, with those made since that could be counted in. */
  locks: { studentId: string; listingId: string; price: NamedPrice }[];
  since: SinceThePlan;
}

/** What each lock costs in the plan on the board: exactly what its release would give back, and who would go elsewhere. */
export async function listLockPrices(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<LockPrices, "not_permitted" | NoWarmPlan>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlanOf(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since } = counted.value;
    const names = await namesForPlan(tx, schoolId);
    const locks = lockPrices(plan).map(({ studentId, listingId, ...price }) => ({
      studentId,
      listingId,
      price: namedPrice(price, names),
    }));
    return done({ locks, since });
  });
}
