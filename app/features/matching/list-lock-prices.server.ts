import { setImmediate } from "node:timers/promises";
import type { Actor } from "~/domain/actor";
import { type ChangedPlan, changedPlan } from "~/domain/matching/changed-plan";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import type { PairIds } from "~/domain/matching/evidence";
import { lockPrices } from "~/domain/matching/lock-price";
import type { Mode } from "~/domain/matching/mode";
import { type ColdPlan, isWarm, modeOf } from "~/domain/matching/open-plan";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countedPlan } from "./counted-plan.server";
import { type NamedPrice, namedChange, namedPrice } from "./named-price";
import { namesForPlan } from "./plan-names.server";
import type { NoPlanToAsk } from "./plan-on-board.server";

export interface LockPrices {
  mode: Mode;
  /** Locks that the plan on the board keeps, with those made since that could be counted in. */
  locks: { studentId: string; listingId: string; price: NamedPrice }[];
  /** Locks that have a price too, which is asked pair by pair. */
  left: number;
  since: SinceThePlan;
}

/**
 * What each lock costs in the plan on the board: exactly what its release would give back, and who would go elsewhere. Plans
 * of other kinds than balanced are made anew for each answer, so that there only the first locks have one here.
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
    if (!isWarm(plan)) {
      const priced = await pricedAnew(plan);
      const locks = priced.map(({ pair, change }) => ({ ...pair, price: namedChange(change, names) }));
      return done({ mode, locks, left: (plan.input.locks ?? []).length - locks.length, since });
    }
    const locks = lockPrices(plan).map(({ studentId, listingId, ...price }) => ({
      studentId,
      listingId,
      price: namedPrice(price, names),
    }));
    return done({ mode, locks, left: 0, since });
  });
}

/** Chosen: a school's plan of another kind is made anew in about a tenth of a second. */
const PRICED_ANEW = 5;

interface PricedAnew {
  pair: PairIds;
  change: ChangedPlan;
}

/** Goes with the plan. */
const lastPriced = new WeakMap<ColdPlan, PricedAnew[]>();

/** The first locks of a plan, each with what the plan would be without it. Others are served between one and the next. */
async function pricedAnew(plan: ColdPlan): Promise<PricedAnew[]> {
  const known = lastPriced.get(plan);
  if (known) return known;
  const priced: PricedAnew[] = [];
  for (const { studentId, listingId } of (plan.input.locks ?? []).slice(0, PRICED_ANEW)) {
    await setImmediate();
    const pair = { studentId, listingId };
    const asked = changedPlan(plan, [{ kind: "unlock", ...pair }]);
    if (!asked.ok) throw new Error(`A lock of the plan could not be taken away: ${asked.reason}`);
    priced.push({ pair, change: asked.value });
  }
  lastPriced.set(plan, priced);
  return priced;
}
