import { setImmediate } from "node:timers/promises";
import type { Actor } from "~/domain/actor";
import { type ChangedPlan, changedPlan } from "~/domain/matching/changed-plan";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import type { PairIds } from "~/domain/matching/evidence";
import { lockPrices } from "~/domain/matching/lock-price";
import type { Mode } from "~/domain/matching/mode";
import { type ColdPlan, isWarm, modeOf, type OpenPlan } from "~/domain/matching/open-plan";
import { isSamePair } from "~/domain/matching/plan-locks";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listStandingRulings, type RulingRow } from "~db/pair-rulings.server";
import { withScope } from "~db/scope.server";
import { countedPlan } from "./counted-plan.server";
import { type NamedPrice, namedChange, namedPrice } from "./named-price";
import type { NoPlanToAsk } from "./plan-on-board.server";
import { toPair } from "./ruled-pair.server";

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
 * of other kinds than balanced are made anew for each answer, so that there only the newest locks have one here.
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
    const { plan, since, names } = counted.value;
    const mode = modeOf(plan);
    const newest = newestLocks(plan, await listStandingRulings(tx, { schoolId }));
    if (!isWarm(plan)) {
      const priced = await pricedAnew(plan, newest.slice(0, PRICED_ANEW));
      const locks = priced.map(({ pair, change }) => ({ ...pair, price: namedChange(change, names) }));
      return done({ mode, locks, left: newest.length - locks.length, since });
    }
    const locks = lockPrices(plan).map(({ studentId, listingId, ...price }) => ({
      studentId,
      listingId,
      price: namedPrice(price, names),
    }));
    return done({ mode, locks, left: 0, since });
  });
}

/** The locks that a plan keeps, as the list of rulings shows them; a stored plan has them in another order. */
function newestLocks({ input: { locks = [] } }: OpenPlan, rulings: readonly RulingRow[]): PairIds[] {
  return rulings
    .map(toPair)
    .filter((pair) => locks.some((lock) => isSamePair(lock, pair)))
    .reverse();
}

/** Chosen: a school's plan of another kind is made anew in about a tenth of a second. */
const PRICED_ANEW = 5;

interface PricedAnew {
  pair: PairIds;
  change: ChangedPlan;
}

/** What each plan would be without a lock of it, as far as somebody asked; goes with the plan. */
const pricedBefore = new WeakMap<ColdPlan, Map<string, ChangedPlan>>();

/** Locks of a plan, each with what the plan would be without it. Others are served between one and the next. */
async function pricedAnew(plan: ColdPlan, locks: readonly PairIds[]): Promise<PricedAnew[]> {
  const known = pricedBefore.get(plan) ?? new Map<string, ChangedPlan>();
  pricedBefore.set(plan, known);
  const priced: PricedAnew[] = [];
  for (const pair of locks) {
    const key = `${pair.studentId} ${pair.listingId}`;
    if (!known.has(key)) await setImmediate();
    const change = known.get(key) ?? planWithout(plan, pair);
    known.set(key, change);
    priced.push({ pair, change });
  }
  return priced;
}

function planWithout(plan: ColdPlan, { studentId, listingId }: PairIds): ChangedPlan {
  const asked = changedPlan(plan, [{ kind: "unlock", studentId, listingId }]);
  if (!asked.ok) throw new Error(`A lock of the plan could not be taken away: ${asked.reason}`);
  return asked.value;
}
