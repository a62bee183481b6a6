import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput } from "~/domain/matching/plan-change";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { openWarmPlan } from "~/domain/matching/warm-plan";
import { whatIf } from "~/domain/matching/what-if";
import { matchContext } from "../support/match-context";
import { evidenceOf, keyOf, onEveryQuestion, type Pair } from "./matching-asked";
import { ana, anyPlanInput, clinic, isOneTooMany, ownRankOf } from "./matching-cases";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 180_000 });

describe("what if", () => {
  it("X1 and N1: shows the number, floor and total of the plan that would be made anew, and how many would move (property)", () => {
    onEveryQuestion(RUNS, ({ plan, answer }) => {
      const fresh = planOf(answer.input);
      const { stickiness = 0 } = plan.input;
      const sum = (total: number, stay: number) => total + stickiness * stay;
      expect([answer.after.placed, answer.after.floor]).toEqual([fresh.objective.placed, fresh.objective.floor]);
      const moved = movesBetween(plan.plan, fresh);
      const stays = (moves: number) => plan.plan.assignments.length - moves;
      const proposedMoves = (moves: readonly { from: string | null }[]) => moves.filter(({ from }) => from).length;
      // What pairs that stay count is part of the total: two plans may share the sum and differ in both.
      expect(sum(answer.after.total, stays(proposedMoves(answer.moves)))).toBe(
        sum(fresh.objective.total, stays(proposedMoves(moved))),
      );
      if (stickiness > 0) return;
      expect(answer.after).toEqual(fresh.objective);
      expect(proposedMoves(answer.moves)).toBe(proposedMoves(moved));
    });
  });

  it("X1: its moves make a plan that keeps every rule and reaches what it says (property)", () => {
    onEveryQuestion(RUNS, ({ plan, answer }) => {
      const { input, moves, after, before, difference } = answer;
      const listingOf = new Map<string, string | null>(plan.listingOf);
      for (const { studentId, from, to } of moves) {
        expect(listingOf.get(studentId) ?? null).toBe(from);
        listingOf.set(studentId, to);
      }
      const pairs = [...listingOf].flatMap(([studentId, listingId]) => (listingId ? [{ studentId, listingId }] : []));
      expect(rulesBroken(pairs, input)).toEqual([]);
      const weights = pairs.flatMap((pair) => weightOf(pair, input) ?? []);
      expect(after).toEqual({
        placed: pairs.length,
        floor: weights.length > 0 ? Math.min(...weights) : null,
        total: weights.reduce((sum, weight) => sum + weight, 0),
      });
      expect(difference.placed).toBe(after.placed - before.placed);
      expect(10_001 * (difference.chosen + difference.steps) + difference.total).toBe(after.total - before.total);
    });
  });

  it("N2 and N3: moves nobody for no change, or when a pair of the plan is locked (property)", () => {
    onEveryQuestion(RUNS, ({ plan }) => {
      expect(whatIf(plan, [])).toMatchObject({ ok: true, value: { moves: [], difference: { placed: 0, total: 0 } } });
      for (const { studentId, listingId } of plan.plan.assignments.filter(({ origin }) => origin === "proposed"))
        expect(whatIf(plan, [{ kind: "lock", studentId, listingId }])).toMatchObject({
          ok: true,
          value: { moves: [], difference: { placed: 0, total: 0 } },
        });
    });
  });

  it("N4: asking leaves the plan as it was: the same question has the same answer after others (property)", () => {
    onEveryQuestion(RUNS, ({ plan, changes, answer }) => {
      for (const { studentId, listingId } of plan.plan.assignments.slice(0, 2))
        whatIf(plan, [{ kind: "forbid", studentId, listingId }]);
      expect(whatIf(plan, changes)).toEqual({ ok: true, value: answer });
    });
  });

  it("a longer way is longer for the one student, or for everybody, on top of what each may go (property)", () => {
    fc.assert(
      fc.property(anyPlanInput, fc.nat(90), (input, by) => {
        fc.pre(input.students.length > 0);
        const limitOf = ({ students, context }: PlanInput, at: number) =>
          students[at]?.travelLimitMinutes ?? context.travelLimitMinutes;
        const [first] = input.students;
        const one = changedInput(input, [{ kind: "travel_more", by, studentId: first?.id as string }]);
        const all = changedInput(input, [{ kind: "travel_more", by }]);
        input.students.forEach((_, at) => {
          expect(limitOf(one, at)).toBe(limitOf(input, at) + (at === 0 ? by : 0));
          expect(limitOf(all, at)).toBe(limitOf(input, at) + by);
        });
      }),
      RUNS,
    );
  });

  it("refuses what a plan would refuse, and a plan that is not the best of its input", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 1, interests: ["gardening"] }),
    ];
    const input: PlanInput = { students: [ana()], placements, context: matchContext({ placements }), seed: 1 };
    const plan = openWarmPlan(input);
    if (!plan.ok) throw new Error(plan.reason);
    const lock = { kind: "lock" as const, studentId: "ana", listingId: "clinic" };
    expect(whatIf(plan.value, [lock, lock])).toMatchObject({ reason: "student_locked_twice" });
    expect(whatIf(plan.value, [{ ...lock, listingId: "nowhere" }])).toMatchObject({ reason: "unknown_pair" });
    const good = planOf(input);
    const [pair] = good.assignments;
    if (!pair) throw new Error("Ana has a place.");
    const worse = { ...good, assignments: [{ ...pair, listingId: "farm" }] };
    expect(openWarmPlan(input, worse)).toMatchObject({ reason: "plan_not_best" });
    expect(openWarmPlan({ ...input, mode: "stable" })).toMatchObject({ reason: "not_balanced" });
  });
});

function planOf(input: PlanInput): Plan {
  const outcome = proposePlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

function movesBetween(before: Plan, after: Plan) {
  const now = new Map(after.assignments.map(({ studentId, listingId }) => [studentId, listingId]));
  return before.assignments
    .filter(({ studentId, listingId }) => now.get(studentId) !== listingId)
    .map(({ studentId, listingId }) => ({ studentId, from: listingId, to: now.get(studentId) ?? null }));
}

function weightOf(pair: Pair, input: PlanInput): number | null {
  const { student, placement } = evidenceOf(pair, input);
  const { score } = matchPair(student, placement, input.context);
  const ranked = 10_001 * ownRankOf(student, pair.listingId);
  return score && Math.floor((7 * score.forStudent + 3 * score.forPlacement + 5) / 10) + ranked;
}

/** Every rule, asked of the pairs alone. */
function rulesBroken(pairs: readonly Pair[], input: PlanInput): string[] {
  const has = (list: readonly Pair[] = [], pair: Pair) => list.some((one) => keyOf(one) === keyOf(pair));
  const approved = input.approved ?? [];
  const locks = input.locks ?? [];
  const isFree = (pair: Pair) => !has(approved, pair) && !has(locks, pair);
  return [
    ...[...approved, ...locks].filter((pair) => !has(pairs, pair)).map((pair) => `lost ${keyOf(pair)}`),
    ...pairs.filter((pair) => isFree(pair) && has(input.forbids, pair)).map((pair) => `forbidden ${keyOf(pair)}`),
    ...pairs.filter((pair) => isFree(pair) && isOneTooMany(input, pair)).map((pair) => `too many ${keyOf(pair)}`),
    ...pairs
      .filter((pair) => isFree(pair) && weightOf(pair, input) === null)
      .map((pair) => `ineligible ${keyOf(pair)}`),
    ...input.placements.flatMap(({ listingId, openSeats, openPursuitPlaces, published }) => {
      const used = pairs.filter((pair) => pair.listingId === listingId && !has(approved, pair)).length;
      const room = published ? Math.max(0, Math.min(openSeats, openPursuitPlaces)) : 0;
      return used > room ? [`full ${listingId}`] : [];
    }),
  ];
}
