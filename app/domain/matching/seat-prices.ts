import { seatsLeft } from "./plan-edges";
import type { WarmPlan } from "./warm-plan";
import { type WhatIf, whatIf } from "./what-if";

/** What one more seat at a listing would change in the best plan there is; all zero when it would change nothing. */
export interface SeatPrice {
  listingId: string;
  difference: WhatIf["difference"];
}

/**
 * Exact prices of one more seat, by listing: the real difference of the plan. A listing with a seat left over costs
 * nothing; the others are asked one by one. All listings when none are named; unpublished ones change nothing.
 */
export function seatPrices(plan: WarmPlan, listingIds: readonly string[] = plan.listingIds): SeatPrice[] {
  const held = new Map<string, number>();
  for (const { listingId, origin } of plan.plan.assignments)
    if (origin === "proposed") held.set(listingId, (held.get(listingId) ?? 0) + 1);
  const left = seatsLeft(plan.input);
  const nothing = { placed: 0, chosen: 0, steps: 0, floor: plan.plan.objective.floor === null ? null : 0, total: 0 };
  return listingIds.map((listingId) => {
    if ((held.get(listingId) ?? 0) < (left.get(listingId) ?? 0)) return { listingId, difference: nothing };
    const asked = whatIf(plan, [{ kind: "seats", listingId, by: 1 }]);
    if (!asked.ok) throw new Error(`One more seat was refused: ${asked.reason}`);
    return { listingId, difference: asked.value.difference };
  });
}

/** For sorting: the seat first that places more, then the one for more that students chose, then for those higher on their lists, then for the lowest fit, then for all. */
export function compareUse(a: Pick<SeatPrice, "difference">, b: Pick<SeatPrice, "difference">): number {
  const [one, other] = [a.difference, b.difference];
  return (
    other.placed - one.placed ||
    other.chosen - one.chosen ||
    other.steps - one.steps ||
    (other.floor ?? 0) - (one.floor ?? 0) ||
    other.total - one.total
  );
}
