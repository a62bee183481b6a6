import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { GROUPINGS, groupDemandOf, placedBySeats } from "~/domain/matching/group-demand";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput, type PlanChange } from "~/domain/matching/plan-change";
import { type PlanReach, reachBeyond, reachOf } from "~/domain/matching/plan-reach";
import type { PlanInput } from "~/domain/matching/plan-types";
import { compareUse } from "~/domain/matching/seat-prices";
import { seatDemandOf } from "~/domain/matching/seats-and-demand";
import { openWarmPlan, type WarmPlan } from "~/domain/matching/warm-plan";
import { anyPlanInput } from "./matching-cases";

vi.setConfig({ testTimeout: 180_000 });

function onEveryGroup(law: (plan: WarmPlan, group: ReturnType<typeof groupDemandOf>[number]) => void): void {
  fc.assert(
    fc.property(anyPlanInput, fc.constantFrom(...GROUPINGS), fc.constantFrom(1, 1, 2), (input, by, placesPerSeat) => {
      const plan = openWarmPlan({ ...input, placesPerSeat });
      fc.pre(plan.ok);
      if (!plan.ok) return;
      for (const group of groupDemandOf(plan.value, seatDemandOf(plan.value), by)) law(plan.value, group);
    }),
    { numRuns: 2000 },
  );
}

/** What a plan made anew reaches, less what the plan reaches as it stands. */
function coldly({ input, plan }: WarmPlan, changes: readonly PlanChange[]): PlanReach {
  const made = proposePlan({ ...(changedInput(input, changes) as PlanInput), previous: plan.assignments });
  if (!made.ok) throw new Error(made.reason);
  return reachBeyond(reachOf(plan.assignments), reachOf(made.value.assignments));
}

test("O10: what a sentence says of one more seat in a group is what a plan made anew does with it, and no other seat there does more (property)", () => {
  onEveryGroup((plan, { best, listingIds }) => {
    expect(best === null).toBe(listingIds.length === 0);
    if (!best) return;
    const made = listingIds.map((listingId) => ({
      listingId,
      difference: coldly(plan, [{ kind: "seats", listingId, by: 1 }]),
    }));
    expect(made.find(({ listingId }) => listingId === best.listingId)?.difference).toEqual(best.difference);
    for (const other of made) expect(compareUse(best, other)).toBeLessThanOrEqual(0);
  });
});

test("O10: as many seats as a sentence names are enough to place so many more, just so many where each opens one place, and more seats in the group place nobody more (property)", () => {
  onEveryGroup((plan, { best, listingIds }) => {
    const most = placedBySeats(plan, listingIds);
    expect(most > 0).toBe((best?.difference.placed ?? 0) > 0);
    const plenty = listingIds.map((listingId): PlanChange => ({ kind: "seats", listingId, by: 50 }));
    expect(coldly(plan, plenty).placed).toBe(most);
    const added: PlanChange[] = [];
    for (let placed = 0; placed < most; placed = coldly(plan, added).placed) {
      const next = listingIds
        .map((listingId): PlanChange => ({ kind: "seats", listingId, by: 1 }))
        .find((seat) => coldly(plan, [...added, seat]).placed > placed);
      if (!next) throw new Error(`no seat places a student after ${placed}`);
      added.push(next);
    }
    if (plan.input.placesPerSeat === 1) expect(added).toHaveLength(most);
    expect(added.length).toBeLessThanOrEqual(most);
  });
});
