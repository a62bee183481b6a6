import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { eligibilityOf, factsOf } from "~/domain/matching/eligibility";
import type { PairIds, PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { MODES, type Mode } from "~/domain/matching/mode";
import { proposePlan } from "~/domain/matching/plan";
import { seatsLeft } from "~/domain/matching/plan-edges";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { matchContext } from "../support/match-context";
import { ana, anyModeInput, anyWeights, clinic, isOneTooMany, ownListOf } from "./matching-cases";
import { planOf } from "./matching-every-plan";

vi.setConfig({ testTimeout: 120_000 });

/** What a plan tells apart: each of the first five places of the list, all that follow, and all that are not on it. */
function standingOf(student: StudentEvidence, listingId: string): number {
  const place = ownListOf(student).indexOf(listingId);
  return place < 0 ? Number.POSITIVE_INFINITY : Math.min(place, 5);
}

/** Pairs of a plan that stand lower on their student's list than a place with a seat left that they may have. */
function passedOver({ assignments }: Plan, input: PlanInput): (PairIds & { instead: string })[] {
  const left = seatsLeft(input);
  for (const { listingId, origin } of assignments)
    if (origin === "proposed") left.set(listingId, (left.get(listingId) ?? 0) - 1);
  const given = (id: string) => assignments.filter(({ studentId }) => studentId === id);
  return assignments.flatMap((pair) => {
    const student = input.students.find(({ id }) => id === pair.studentId);
    if (!student || pair.origin !== "proposed") return [];
    const standing = standingOf(student, pair.listingId);
    const others = given(student.id).filter(({ listingId }) => listingId !== pair.listingId);
    return input.placements
      .filter(({ listingId }) => standingOf(student, listingId) < standing && (left.get(listingId) ?? 0) > 0)
      .filter(({ listingId }) => !given(student.id).some((own) => own.listingId === listingId))
      .filter((placement) => mayHave(student, placement, { input, others }))
      .map(({ listingId }) => ({ studentId: student.id, listingId: pair.listingId, instead: listingId }));
  });
}

function mayHave(
  student: StudentEvidence,
  placement: PlacementEvidence,
  { input, others }: { input: PlanInput; others: readonly PairIds[] },
): boolean {
  const pair = { studentId: student.id, listingId: placement.listingId };
  const isForbidden = (input.forbids ?? []).some(
    ({ studentId, listingId }) => studentId === pair.studentId && listingId === pair.listingId,
  );
  const { eligible } = eligibilityOf(student, placement, factsOf(student, placement, input.context));
  return eligible && !isForbidden && !isOneTooMany(input, pair, others);
}

/** Ana likes animals and saved the band alone; both have one seat, and nobody else looks. */
function onlyAna(mode: Mode, changes: Partial<StudentEvidence> = {}): PlanInput {
  const placements = [
    clinic({ openSeats: 1, openPursuitPlaces: 1 }),
    clinic({ listingId: "band", interests: ["music"], leadMentor: null, openSeats: 1, openPursuitPlaces: 1 }),
  ];
  const students = [ana({ wishedListingIds: ["band"], goalInterestIds: ["animals"], ...changes })];
  return { students, placements, context: matchContext({ placements }), seed: 1, mode, perStudent: 1 };
}

describe("what the student chose", () => {
  it("W1: no plan passes a free place over that stands higher on the student's own list, for one lower or not on it, whatever the weights (property)", () => {
    fc.assert(
      fc.property(anyModeInput, anyWeights, (input, weights) => {
        const asked = { ...input, context: { ...input.context, weights }, stickiness: 0 };
        const plan = proposePlan(asked);
        fc.pre(plan.ok);
        if (plan.ok) expect(passedOver(plan.value, asked)).toEqual([]);
      }),
      { numRuns: 4000 },
    );
  });

  it.each(MODES)(
    "a %s plan gives Ana, who is alone, the band she saved and not the clinic that suits her better",
    (mode) => {
      const input = onlyAna(mode);
      const plan = planOf(input);
      expect(plan.assignments.map(({ listingId }) => listingId)).toEqual(["band"]);
      expect(verifyPlan(plan, input)).toEqual([]);
      const other = planOf(onlyAna(mode, { wishedListingIds: [] }));
      expect(other.assignments.map(({ listingId }) => listingId)).toEqual(["clinic"]);
      expect(other.assignments[0]?.score).toBeGreaterThan(plan.assignments[0]?.score ?? 0);
    },
  );

  it.each(["balanced", "slate"] as const)("a %s plan from before this was so is made again as it was", (mode) => {
    const { context, ...input } = onlyAna(mode);
    const { ownChoiceFirst: _, ...before } = context;
    const plan = planOf({ ...input, context: before });
    expect(plan.assignments.map(({ listingId, weight }) => [listingId, weight])).toEqual([["clinic", FIT_OF_CLINIC]]);
    expect(verifyPlan(plan, { ...input, context: before })).toEqual([]);
  });

  it.each(MODES)(
    "a %s plan gives the place that stands higher on the list, also where the other suits better",
    (mode) => {
      const lists: Partial<StudentEvidence>[] = [
        { wishedListingIds: ["band", "clinic"] },
        { wishedListingIds: ["band", "clinic"], requestedListingIds: ["clinic", "band"] },
        { wishedListingIds: ["clinic"], requestedListingIds: ["band"] },
        { wishedListingIds: [], requestedListingIds: ["band", "clinic"] },
        { wishedListingIds: ["band"], requestedListingIds: ["clinic", "band"] },
      ];
      for (const list of lists) {
        const input = onlyAna(mode, list);
        const plan = planOf(input);
        expect(plan.assignments.map(({ listingId }) => listingId)).toEqual(["band"]);
        expect(verifyPlan(plan, input)).toEqual([]);
      }
    },
  );

  it.each(MODES)("a %s plan from before a list had an order is made again as it was", (mode) => {
    const both = { wishedListingIds: ["band", "clinic"], requestedListingIds: ["band", "clinic"] };
    const { context, ...input } = onlyAna(mode, both);
    const { listInOrder: _, ...before } = context;
    const plan = planOf({ ...input, context: before });
    expect(plan.assignments.map(({ listingId }) => listingId)).toEqual(["clinic"]);
    expect(verifyPlan(plan, { ...input, context: before })).toEqual([]);
  });

  it("does not lift a place that the student may not have", () => {
    const forbids = [{ studentId: "ana", listingId: "band" }];
    const plan = planOf({ ...onlyAna("balanced"), forbids });
    expect(plan.assignments.map(({ listingId }) => listingId)).toEqual(["clinic"]);
  });
});

/** The weight that decided before: the fit alone. */
const FIT_OF_CLINIC = 7332;
