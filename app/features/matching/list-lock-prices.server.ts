import type { Actor } from "~/domain/actor";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import { lockPrices } from "~/domain/matching/lock-price";
import type { Mode } from "~/domain/matching/mode";
import { isWarm, modeOf } from "~/domain/matching/open-plan";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countedPlan } from "./counted-plan.server";
import { type NamedPrice, namedPrice } from "./named-price";
import { namesForPlan } from "./plan-names.server";
import type { NoPlanToAsk } from "./plan-on-board.server";

export interface LockPrices {
  mode: Mode;
  /** Every lock that a balanced plan on the board keeps, with those made since that could be counted in. */
  locks: { studentId: string; listingId: string; price: NamedPrice }[];
  since: SinceThePlan;
}

/**
 * What each lock costs in the plan on the board: exactly what its release would give back, and who would go elsewhere. Plans
 * of other kinds than balanced are made anew for each answer, so that there it is asked pair by pair.
 */
export async function listLockPrices(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<LockPrices, "not_permitted" | NoPlanToAsk>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlan(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since } = counted.value;
    const names = await namesForPlan(tx, schoolId);
    const mode = modeOf(plan);
    if (!isWarm(plan)) return done({ mode, locks: [], since });
    const locks = lockPrices(plan).map(({ studentId, listingId, ...price }) => ({
      studentId,
      listingId,
      price: namedPrice(price, names),
    }));
    return done({ mode, locks, since });
  });
}
