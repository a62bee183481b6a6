import { expect, test } from "vitest";
import { isRepeated } from "~/domain/matching/is-repeated";
import { placeInPlan } from "~/domain/matching/place-in-plan";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { verifyFloor } from "~/domain/matching/verify-floor";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { openRows } from "~/domain/matching/verify-total";
import { matchContext } from "../support/match-context";
import { ana, clinic } from "./matching-cases";

/** Ana may go to both, Ben to both: crossed, the lower of the two fits is higher than side by side. */
const placements = [
  clinic({ openSeats: 1, openPursuitPlaces: 1 }),
  clinic({ listingId: "farm", interests: ["nature"], openSeats: 1, openPursuitPlaces: 1 }),
];
const input: PlanInput = {
  students: [ana(), ana({ id: "ben", interests: [] })],
  placements,
  context: matchContext({ placements }),
  seed: 1,
};
const best = (): Plan => {
  const plan = proposePlan(input);
  if (!plan.ok) throw new Error(plan.reason);
  return plan.value;
};
const floorFaults = (plan: Plan) => verifyFloor(plan, { input, rows: openRows(input) });

test("O4: a floor that is not the highest of its number is found, whatever the plan claims", () => {
  const plan = best();
  expect(plan.assignments).toHaveLength(2);
  expect(verifyPlan(plan, input)).toEqual([]);
  const { certificate } = plan;
  if (!certificate?.floor) throw new Error("the plan has no floor");
  expect(floorFaults({ ...plan, certificate: { ...certificate, floor: certificate.floor - 1 } })).toEqual(["O4"]);
});

test("O3: a plan that places fewer than could be placed is found", () => {
  const plan = best();
  expect(floorFaults({ ...plan, assignments: plan.assignments.slice(1) })).toContain("O3");
});

test("O3, O4: each round of a slate is proven over what earlier rounds left, and one that claims less is found", () => {
  const several: PlanInput = {
    ...input,
    placements: placements.map((one) => ({ ...one, openPursuitPlaces: 2 })),
    mode: "slate",
    perStudent: 2,
  };
  const outcome = proposePlan(several);
  if (!outcome.ok) throw new Error(outcome.reason);
  const slate = outcome.value;
  const faultsOf = (plan: Plan) => verifyFloor(plan, { input: several, rows: openRows(several) });
  expect(slate.assignments).toHaveLength(4);
  expect(faultsOf(slate)).toEqual([]);
  for (const round of [1, 2]) {
    const last = slate.assignments.find((pair) => pair.round === round);
    expect(faultsOf({ ...slate, assignments: slate.assignments.filter((pair) => pair !== last) })).toContain("O3");
    const rounds = slate.rounds?.map((proof, at) =>
      at === round - 1 ? { ...proof, floor: (proof.floor ?? 0) - 1 } : proof,
    );
    expect(faultsOf({ ...slate, ...(rounds && { rounds }) })).toEqual(["O4"]);
  }
});

test("F1, F7: whoever is approved for several places keeps them all, in any kind of plan, and gets no further one in a balanced one", () => {
  const approved = placements.map(({ listingId }) => ({ studentId: "ana", listingId }));
  for (const mode of ["balanced", "stable", "slate"] as const) {
    const given: PlanInput = { ...input, mode, perStudent: 1, approved };
    const outcome = proposePlan(given);
    if (!outcome.ok) throw new Error(outcome.reason);
    const own = outcome.value.assignments.filter(({ studentId }) => studentId === "ana");
    expect(own.map(({ listingId, origin }) => [listingId, origin])).toEqual([
      ["clinic", "approved"],
      ["farm", "approved"],
    ]);
    expect(verifyPlan(outcome.value, given)).toEqual([]);
    const moved = { ...outcome.value, assignments: outcome.value.assignments.filter((pair) => pair !== own[0]) };
    expect(verifyPlan(moved, given).map(({ property }) => property)).toContain("F7");
  }
});

test("D1: a plan that its input does not make again, byte for byte, is found", () => {
  const plan = best();
  expect(isRepeated(plan, input)).toBe(true);
  expect(isRepeated({ ...plan, audit: { ...plan.audit, openSeats: 9 } }, input)).toBe(false);
});

test("what an approved pair takes is not counted again among the open seats that go to others", () => {
  const [first] = placements;
  const pairs = [{ studentId: "ben", listingId: "clinic", state: "approved" }];
  expect(placeInPlan("ana", first as (typeof placements)[0], pairs)).toBeNull();
  const others = [...pairs, { studentId: "cleo", listingId: "clinic", state: "proposed" }];
  expect(placeInPlan("ana", first as (typeof placements)[0], others)).toEqual({ code: "seats_go_to_others", seats: 1 });
  expect(placeInPlan("ben", first as (typeof placements)[0], pairs)).toEqual({ code: "proposed" });
});
