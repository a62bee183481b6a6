import { describe, expect, it, vi } from "vitest";
import { matchPair } from "~/domain/matching/pair";
import { openWarmPlan, type WarmPlan } from "~/domain/matching/warm-plan";
import { whyNot } from "~/domain/matching/why-not";
import { matchContext } from "../support/match-context";
import { evidenceOf, keyOf, onEveryQuestion, type Pair } from "./matching-asked";
import { ana, clinic, isOneTooMany, ownListOf } from "./matching-cases";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 180_000 });

describe("why not", () => {
  it("X2: is true of every pair: in the plan, ruled out, full, or the student's own is dearer (property)", () => {
    onEveryQuestion(RUNS, ({ plan }) => {
      const { input } = plan;
      for (const { id } of input.students.slice(0, 3))
        for (const { listingId } of input.placements) {
          const answer = whyNot(plan, { studentId: id, listingId });
          if (!answer.ok) throw new Error(answer.reason);
          expect(isTrue(answer.value, { plan, studentId: id, listingId })).toBe(true);
        }
    });
  });

  it("says who would go where, and what it costs", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 1, interests: ["gardening"] }),
    ];
    const students = [ana({ id: "a", wishedListingIds: ["clinic"] }), ana({ id: "b" })];
    const plan = openWarmPlan({ students, placements, context: matchContext({ placements }), seed: 1 });
    if (!plan.ok) throw new Error(plan.reason);
    expect(whyNot(plan.value, { studentId: "b", listingId: "clinic" })).toMatchObject({
      ok: true,
      value: {
        code: "full",
        seats: 1,
        cost: { placed: 0 },
        chain: [
          { studentId: "b", from: "farm", to: "clinic" },
          { studentId: "a", from: "clinic", to: "farm" },
        ],
        others: [],
      },
    });
    expect(whyNot(plan.value, { studentId: "a", listingId: "farm" })).toMatchObject({
      value: { code: "prefers_own", listingId: "clinic" },
    });
    expect(whyNot(plan.value, { studentId: "nobody", listingId: "farm" })).toMatchObject({ reason: "unknown_pair" });
  });
});

function isTrue(
  answer: Extract<ReturnType<typeof whyNot>, { ok: true }>["value"],
  about: Pair & { plan: WarmPlan },
): boolean {
  const { plan, studentId, listingId } = about;
  const { input } = plan;
  const { student, placement } = evidenceOf(about, input);
  const own = plan.plan.assignments.find((pair) => pair.studentId === studentId);
  const held = plan.plan.assignments.filter(
    (pair) => pair.listingId === listingId && pair.origin !== "approved",
  ).length;
  const seats = Math.min(placement.openSeats, placement.openPursuitPlaces);
  const dearness = (id: string) => {
    const at = ownListOf(student).indexOf(id);
    const score = matchPair(student, evidenceOf({ studentId, listingId: id }, input).placement, input.context).score;
    return (at < 0 ? 0 : 1e5 * (9 - at)) + (score?.forStudent ?? 0);
  };
  const isChained =
    !("chain" in answer) ||
    (answer.chain[0]?.studentId === studentId &&
      answer.chain[0]?.to === listingId &&
      answer.chain.every((move, at) => at === 0 || move.from === answer.chain[at - 1]?.to));
  const isPriced = !("cost" in answer) || answer.cost.placed < 0 || answer.cost.placed === 0;
  const holds = {
    in_plan: () => own?.listingId === listingId,
    has_most: () => false,
    fixed_elsewhere: () => own !== undefined && own.origin !== "proposed" && own.listingId !== listingId,
    not_looking: () => (input.optedOutStudentIds ?? []).includes(studentId),
    not_eligible: () => !matchPair(student, placement, input.context).eligible,
    forbidden_by_staff: () => (input.forbids ?? []).some((pair) => keyOf(pair) === keyOf(about)),
    has_most_live: () => isOneTooMany(input, about),
    locks_hold_seats: () => (input.locks ?? []).filter((lock) => lock.listingId === listingId).length === seats,
    prefers_own: () => own !== undefined && dearness(own.listingId) > dearness(listingId),
    full: () => held === seats && (own === undefined || dearness(own.listingId) <= dearness(listingId)),
    better_elsewhere: () => held < seats && (own === undefined || dearness(own.listingId) <= dearness(listingId)),
  };
  return holds[answer.code]() && isChained && isPriced;
}
