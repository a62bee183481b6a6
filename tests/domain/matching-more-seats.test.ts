import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { changedPlan } from "~/domain/matching/changed-plan";
import { MODES } from "~/domain/matching/mode";
import { openPlan } from "~/domain/matching/open-plan";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { placeCount } from "~/domain/pursuit/places";
import { matchContext } from "../support/match-context";
import { ana, anyModeInput, clinic } from "./matching-cases";

vi.setConfig({ testTimeout: 120_000 });

/** What is open of a listing with so many seats, as a school counts it. */
interface Counted {
  seats: number;
  seated: number;
  pursued: number;
}

const opened = ({ seats, seated, pursued }: Counted, placesPerSeat: number) => ({
  openSeats: seats - seated,
  openPursuitPlaces: placeCount(seats, placesPerSeat) - pursued,
});

/**
 * Listings with seats, some of them taken, and places per seat, some of them gone after; of some a school took seats away, so
 * that more are taken than there are.
 */
const anySchool = fc
  .tuple(anyModeInput, fc.integer({ min: 1, max: 3 }), fc.infiniteStream(fc.nat(999_983)))
  .map(([drawn, placesPerSeat, numbers]) => {
    const take = (below: number) => (numbers.next().value ?? 0) % below;
    const counted = drawn.placements.map((): Counted => {
      const seats = take(4);
      const seated = take(seats + 1);
      const pursued = seated + take(placeCount(seats, placesPerSeat) - seated + 1);
      return { seats: take(3) === 0 ? take(seats + 1) : seats, seated, pursued };
    });
    const placementsOf = (rows: readonly Counted[]) =>
      drawn.placements.map((one, at) => ({ ...one, ...opened(rows[at] as Counted, placesPerSeat) }));
    const input: PlanInput = { ...drawn, stickiness: 0, placesPerSeat, placements: placementsOf(counted) };
    const at = take(Math.max(1, counted.length));
    const by = 1 + take(2);
    const more = counted.map((row, place) => (place === at ? { ...row, seats: row.seats + by } : row));
    return { input, at, by, after: placementsOf(more) };
  });

describe("more seats", () => {
  it("X1: are asked of a plan of any kind with the pursuit places they open: just what the school would have then (property)", () => {
    fc.assert(
      fc.property(anySchool, ({ input, at, by, after }) => {
        const listingId = input.placements[at]?.listingId;
        const plan = openPlan(input);
        fc.pre(plan.ok && listingId !== undefined);
        if (!plan.ok || listingId === undefined) return;
        const asked = changedPlan(plan.value, [{ kind: "seats", listingId, by }]);
        const anew = proposePlan({ ...input, placements: after, previous: plan.value.plan.assignments });
        if (!asked.ok || !anew.ok) throw new Error("More seats were refused.");
        const { placed, chosen, steps, floor, total, pairs } = asked.value.after;
        const { objective, assignments } = anew.value;
        // a pair weighs its fit, up to 10,000, and 10,001 more for each rank of the place on the student's list
        expect({ placed, floor, total: 10_001 * (chosen + steps) + total, pairs }).toEqual({
          ...objective,
          floor: objective.floor === null ? null : objective.floor % 10_001,
          pairs: assignments.length,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("first serve those who are taken beyond the seats there are, whatever the kind of plan", () => {
    const students = ["a", "b"].map((id) => ana({ id }));
    for (const mode of MODES) {
      // Three go after it, of two seats that the school had; it has one now.
      const placements = [clinic({ openSeats: 1, openPursuitPlaces: -2 })];
      const plan = openPlan({ students, placements, context: matchContext({ placements }), seed: 1, mode });
      if (!plan.ok) throw new Error(plan.reason);
      const placedWith = (by: number) => {
        const asked = changedPlan(plan.value, [{ kind: "seats", listingId: "clinic", by }]);
        return asked.ok ? asked.value.after.placed : asked.reason;
      };
      expect([1, 2, 3, 4, 5].map(placedWith)).toEqual([0, 0, 1, 2, 2]);
    }
  });

  it("of a slate let as many more students go after the place as the school has places for each seat", () => {
    const placements = [clinic({ openSeats: 1, openPursuitPlaces: 2 })];
    const students = ["a", "b", "c", "d", "e"].map((id) => ana({ id }));
    const context = matchContext({ placements });
    const plan = openPlan({ students, placements, context, seed: 1, mode: "slate", placesPerSeat: 2 });
    if (!plan.ok) throw new Error(plan.reason);
    const asked = changedPlan(plan.value, [{ kind: "seats", listingId: "clinic", by: 1 }]);
    expect(asked).toMatchObject({ value: { before: { placed: 2 }, after: { placed: 4 } } });
  });
});
