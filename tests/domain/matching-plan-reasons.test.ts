import { describe, expect, it, vi } from "vitest";
import { matchPair } from "~/domain/matching/pair";
import type { PlanInput, UnmatchedStudent } from "~/domain/matching/plan-types";
import { ana, isOneTooMany } from "./matching-cases";
import { onEveryPlan, placement, planOf, two } from "./matching-every-plan";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });

describe("who has no place in a plan", () => {
  it("F8: gives every student without a place exactly one reason that holds (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      const placed = new Set(plan.assignments.map(({ studentId }) => studentId));
      expect(plan.unmatched.map(({ studentId }) => studentId)).toEqual(
        input.students
          .map(({ id }) => id)
          .filter((id) => !placed.has(id))
          .sort(),
      );
      for (const one of plan.unmatched) expect(reasonHolds(one, input)).toBe(true);
    });
  });

  it("says who competes for what when a student is crowded out", () => {
    const students = ["a", "b", "c"].map((id) => ana({ id }));
    const { unmatched, audit } = planOf({ ...two(), students });
    expect(unmatched).toMatchObject([{ reason: "crowded_out", crowd: { students: 3, seats: 2 } }]);
    expect(audit).toMatchObject({ students: 3, placed: 2, openSeats: 2, unmatched: { crowded_out: 1 } });
  });

  it("says when locks hold every seat a student could have had", () => {
    const students = ["a", "b", "c"].map((id) => ana({ id }));
    const locks = ["a", "b"].map((studentId) => ({ studentId, listingId: "clinic" }));
    expect(planOf({ ...two(), students, locks }).unmatched).toMatchObject([
      { studentId: "c", reason: "blocked_by_lock" },
    ]);
  });

  it("of nobody, or without placements, is empty", () => {
    expect(planOf({ ...two(), students: [] }).assignments).toEqual([]);
    expect(planOf({ ...two(), placements: [] }).unmatched).toMatchObject([
      { reason: "no_eligible_placement", failing: {} },
    ]);
  });
});

/** Each reason from scratch: who may go where is asked of every pair anew. */
function reasonHolds({ studentId, reason, crowd, failing }: UnmatchedStudent, input: PlanInput): boolean {
  const fixed = (id: string) =>
    [...(input.locks ?? []), ...(input.approved ?? [])].some((pair) => pair.studentId === id);
  const waysBySuggestion = (id: string) =>
    input.placements
      .filter((place) => {
        const student = input.students.find((one) => one.id === id);
        const isForbidden = input.forbids?.some((pair) => pair.studentId === id && pair.listingId === place.listingId);
        return student && !isForbidden && matchPair(student, place, input.context).eligible;
      })
      .map(({ listingId }) => listingId);
  const waysOf = (id: string) =>
    waysBySuggestion(id).filter((listingId) => !isOneTooMany(input, { studentId: id, listingId }));
  const open = (listingId: string) => {
    const { published, openSeats, openPursuitPlaces } = placement(input, listingId);
    const all = input.mode === "slate" ? openPursuitPlaces : Math.min(openSeats, openPursuitPlaces);
    const locked = (input.locks ?? []).filter((lock) => lock.listingId === listingId).length;
    return published && openSeats > 0 ? all - locked : 0;
  };
  const ways = waysOf(studentId);
  const isOnlyFull = waysBySuggestion(studentId).length > ways.length;
  switch (reason) {
    case "opted_out":
      return (input.optedOutStudentIds ?? []).includes(studentId);
    case "has_most_live":
      return ways.length === 0 && isOnlyFull;
    case "no_eligible_placement":
      return ways.length === 0 && !isOnlyFull && Object.keys(failing).length > 0 === input.placements.length > 0;
    case "blocked_by_lock":
      return ways.length > 0 && ways.every((way) => open(way) === 0);
    case "others_preferred":
      return input.mode === "stable" && ways.some((way) => open(way) > 0);
    case "crowded_out": {
      const within = crowd?.listingIds ?? [];
      const seats = within.reduce((sum, id) => sum + open(id), 0);
      const shutIn = input.students.filter(({ id }) => {
        const isOut = (input.optedOutStudentIds ?? []).includes(id) || fixed(id);
        return !isOut && waysOf(id).length > 0 && waysOf(id).every((way) => within.includes(way));
      });
      // Hall 1935: more students than seats may go nowhere but there.
      return seats > 0 && crowd?.seats === seats && shutIn.length > seats && shutIn.some(({ id }) => id === studentId);
    }
  }
}
