import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { PairIds } from "~/domain/matching/evidence";
import type { InstancePair } from "~/domain/matching/instance/instance";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanCertificate, PlanInput } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { matchContext } from "../support/match-context";
import { ana, anyPlanInput, clinic, isOneTooMany, like, ownRankOf } from "./matching-cases";
import { bestByEnumeration, type PairInstance } from "./matching-instances";

const RUNS = { numRuns: 2000 };
const ENUMERATED = { numRuns: 600 };
vi.setConfig({ testTimeout: 120_000 });

/** Runs a law on every input that can be planned. */
function onEveryPlan(law: (plan: Plan, input: PlanInput) => void, runs = RUNS): void {
  fc.assert(
    fc.property(anyPlanInput, (input) => {
      const outcome = proposePlan(input);
      fc.pre(outcome.ok);
      if (outcome.ok) law(outcome.value, input);
    }),
    runs,
  );
}

describe("the best plan", () => {
  it("O1: equals brute force on placed, floor and total, by seven tenths and three tenths, what the student chose above all (property)", () => {
    onEveryPlan(({ objective, assignments }, input) => {
      fc.pre(assignments.every(({ weight }) => weight !== null));
      expect(objective).toEqual(bestByEnumeration(instanceOf(input)));
    }, ENUMERATED);
  });

  it("O2: carries a certificate without a gap (property)", () => {
    onEveryPlan((plan, input) => {
      const { scale, bonus, students, listings } = certificateIn(plan);
      const proposed = plan.assignments.filter(({ origin }) => origin === "proposed");
      const before = new Set((input.previous ?? []).map(keyOf));
      const reached = proposed.reduce(
        (sum, pair) => sum + (pair.weight ?? 0) * scale + (before.has(keyOf(pair)) ? 1 : 0) + bonus,
        0,
      );
      const most = [
        ...Object.values(students),
        ...input.placements.map((placement) => (listings[placement.listingId] ?? 0) * seatsIn(input, placement)),
      ].reduce((sum, price) => sum + price, 0);
      expect(most - reached).toBe(0);
      expect(verifyPlan(plan, input)).toEqual([]);
    });
  });

  it("O2: is checked with every price and sum: none can be changed unnoticed (property)", () => {
    onEveryPlan((plan, input) => {
      const certificate = certificateIn(plan);
      const { objective } = plan;
      const isFound = (spoiled: Plan) => verifyPlan(spoiled, input).some(({ property }) => property === "O2");
      expect(isFound({ ...plan, objective: { ...objective, total: objective.total + 1 } })).toBe(true);
      expect(isFound({ ...plan, certificate: { ...certificate, scale: 0 } })).toBe(true);
      for (const { studentId, listingId } of plan.assignments.filter(({ origin }) => origin === "proposed")) {
        const students = { ...certificate.students, [studentId]: (certificate.students[studentId] ?? 0) - 1 };
        expect(isFound({ ...plan, certificate: { ...certificate, students } })).toBe(true);
        const listings = { ...certificate.listings, [listingId]: (certificate.listings[listingId] ?? 0) + 1 };
        expect(isFound({ ...plan, certificate: { ...certificate, listings } })).toBe(true);
      }
    });
  });

  it("N2: moves nobody when it is made again after itself (property)", () => {
    onEveryPlan((plan, input) => {
      expect(pairsIn(planOf({ ...input, previous: plan.assignments }))).toEqual(pairsIn(plan));
    });
  });

  it("N3: moves nobody when one of its pairs is locked (property)", () => {
    onEveryPlan((plan, input) => {
      for (const { studentId, listingId } of plan.assignments.filter(({ origin }) => origin === "proposed")) {
        const locks = [...(input.locks ?? []), { studentId, listingId }];
        expect(pairsIn(planOf({ ...input, locks, previous: plan.assignments }))).toEqual(pairsIn(plan));
      }
    });
  });

  it("N4: returns when a lock is taken away again (property)", () => {
    onEveryPlan((plan, input) => {
      for (const { studentId, listingId } of plan.assignments.filter(({ origin }) => origin === "proposed")) {
        const locked = planOf({
          ...input,
          locks: [...(input.locks ?? []), { studentId, listingId }],
          previous: plan.assignments,
        });
        expect(pairsIn(planOf({ ...input, previous: locked.assignments }))).toEqual(pairsIn(plan));
      }
    });
  });

  it("gives up a pair of the plan before for a better total, and keeps it when the total is the same", () => {
    const placements = [clinic({ openSeats: 1 }), clinic({ listingId: "twin", openSeats: 1 })];
    const students = [ana({ id: "a" }), ana({ id: "b" })];
    const input: PlanInput = { students, placements, context: matchContext({ placements }), seed: 1 };
    for (const [first, second] of [
      ["clinic", "twin"],
      ["twin", "clinic"],
    ] as const) {
      const previous = [{ studentId: "a", listingId: first }];
      expect(pairsIn(planOf({ ...input, previous }))).toEqual([`a ${first}`, `b ${second}`]);
    }
    const fond = [ana({ id: "a", wishedListingIds: ["twin"] }), ana({ id: "b" })];
    const previous = [{ studentId: "a", listingId: "clinic" }];
    expect(pairsIn(planOf({ ...input, students: fond, previous }))).toEqual(["a twin", "b clinic"]);
  });

  it("raises the lowest weight before the total", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 1, interests: ["gardening"] }),
    ];
    const students = [
      ana({ id: "both", interests: [like("animals"), like("gardening")] }),
      ana({ id: "one", interests: [like("animals")] }),
    ];
    const input: PlanInput = { students, placements, context: matchContext({ placements }), seed: 1 };
    expect(pairsIn(planOf(input))).toEqual(["both farm", "one clinic"]);
  });
});

function planOf(input: PlanInput): Plan {
  const outcome = proposePlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

function certificateIn({ certificate }: Plan): PlanCertificate {
  if (!certificate) throw new Error("A balanced plan has a certificate.");
  return certificate;
}

function keyOf({ studentId, listingId }: PairIds): string {
  return `${studentId} ${listingId}`;
}

function pairsIn({ assignments }: Plan): string[] {
  return assignments.map(keyOf);
}

function seatsIn(
  { locks }: PlanInput,
  { listingId, published, openSeats, openPursuitPlaces }: PlanInput["placements"][number],
) {
  const open = published ? Math.min(openSeats, openPursuitPlaces) : 0;
  return open - (locks ?? []).filter((lock) => lock.listingId === listingId).length;
}

/** The plan's question as pairs with weights, each weighed anew; pairs that are approved hold a seat of their own. */
function instanceOf(input: PlanInput): PairInstance {
  const approved = input.approved ?? [];
  const stays = [...approved, ...(input.locks ?? [])];
  const isIn = (pairs: readonly PairIds[], pair: PairIds) => pairs.some((one) => keyOf(one) === keyOf(pair));
  const resting = new Set(input.optedOutStudentIds);
  const students = input.students.filter(
    ({ id }) => !resting.has(id) || stays.some(({ studentId }) => studentId === id),
  );
  const pairs: InstancePair[] = [];
  for (const student of students)
    for (const placement of input.placements) {
      const pair = { studentId: student.id, listingId: placement.listingId };
      const { score } = matchPair(student, placement, input.context);
      if (!score || (!isIn(stays, pair) && isOneTooMany(input, pair))) continue;
      const fit = Math.floor((7 * score.forStudent + 3 * score.forPlacement + 5) / 10);
      const weight = fit + 10_001 * ownRankOf(student, placement.listingId);
      pairs.push({ student: student.id, placement: placement.listingId, weight });
      if (isIn(approved, pair)) pairs.push({ student: student.id, placement: `seat of ${student.id}`, weight });
    }
  return {
    students: students.map(({ id }) => ({ id })),
    placements: [
      ...input.placements.map((placement) => ({
        id: placement.listingId,
        seats: seatsIn({ ...input, locks: [] }, placement),
      })),
      ...approved.map(({ studentId }) => ({ id: `seat of ${studentId}`, seats: 1 })),
    ],
    pairs,
    locks: stays.map((pair) => ({
      student: pair.studentId,
      placement: isIn(approved, pair) ? `seat of ${pair.studentId}` : pair.listingId,
    })),
    forbids: (input.forbids ?? []).map(({ studentId, listingId }) => ({ student: studentId, placement: listingId })),
  };
}
