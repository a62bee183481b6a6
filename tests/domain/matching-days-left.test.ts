import { describe, expect, it } from "vitest";
import { daysLeft } from "~/domain/matching/days-left";
import { canonicalInput } from "~/domain/matching/input-hash";
import { isRepeated } from "~/domain/matching/is-repeated";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { matchContext } from "../support/match-context";
import { ana, clinic } from "./matching-cases";

/** A Monday. */
const MONDAY = "2026-10-12";

describe("days that still come before a placement is over", () => {
  it.each<[string, Parameters<typeof daysLeft>[0], number[] | undefined]>([
    ["all of them without a last day", { startsOn: null, endsOn: null }, undefined],
    ["all of them while a whole week is left", { startsOn: null, endsOn: "2026-10-18" }, undefined],
    ["all but one a day later", { startsOn: null, endsOn: "2026-10-17" }, [1, 2, 3, 4, 5, 6]],
    ["today alone on the last day", { startsOn: "2026-09-01", endsOn: MONDAY }, [1]],
    ["none from the day after on", { startsOn: "2026-09-01", endsOn: "2026-10-11" }, []],
    ["none of a year ago", { startsOn: null, endsOn: "2025-10-12" }, []],
    ["those of a short placement that is to come", { startsOn: "2026-12-03", endsOn: "2026-12-04" }, [4, 5]],
    ["all of a long one that is to come", { startsOn: "2026-12-03", endsOn: "2027-06-10" }, undefined],
    ["those around a weekend, by number", { startsOn: "2026-10-17", endsOn: "2026-10-19" }, [1, 6, 7]],
  ])("are %s", (_, dates, left) => {
    expect(daysLeft(dates, MONDAY)).toEqual(left);
  });
});

const within = (placement: Parameters<typeof clinic>[0]): PlanInput => {
  const placements = [clinic(placement)];
  return { students: [ana()], placements, context: matchContext({ placements }), seed: 1 };
};
const planOf = (input: PlanInput) => {
  const proposed = proposePlan(input);
  if (!proposed.ok) throw new Error(proposed.reason);
  return proposed.value;
};

describe("a plan of a placement that ends", () => {
  it("gives nobody a place on which no day is left, and says that", () => {
    const { assignments, unmatched } = planOf(within({ endsOn: "2026-10-14", daysLeft: [1, 3] }));
    expect(assignments).toEqual([]);
    expect(unmatched).toMatchObject([{ reason: "no_eligible_placement", failing: { no_day_left: 1 } }]);
  });

  it("is repeated to the byte from a snapshot of before, which knows a last day and no days left", () => {
    const input = within({ endsOn: "2020-01-01" });
    const stored = canonicalInput(input);
    expect(stored).not.toContain("daysLeft");
    const plan = planOf(input);
    expect(plan.assignments).toMatchObject([{ studentId: "ana", listingId: "clinic" }]);
    expect(isRepeated(plan, JSON.parse(stored) as PlanInput)).toBe(true);
  });
});
