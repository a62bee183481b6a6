import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { matchContext } from "~/domain/matching/context";
import { findingsFor } from "~/domain/matching/findings";
import { listRisk } from "~/domain/matching/list-risk";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput, type PlanChange } from "~/domain/matching/plan-change";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { openWarmPlan, type WarmPlan } from "~/domain/matching/warm-plan";
import { type WhatIf, whatIf } from "~/domain/matching/what-if";
import { whyNot } from "~/domain/matching/why-not";
import { ana, anyPlanInput, clinic, isOneTooMany } from "./matching-cases";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 180_000 });

type Draw = (below: number) => number;

const anyQuestion = fc
  .tuple(anyPlanInput, fc.constantFrom(0, 0, 200), fc.infiniteStream(fc.nat(999_983)))
  .map(([input, stickiness, numbers]) => ({
    input: { ...input, stickiness },
    draw: (below: number) => (numbers.next().value ?? 0) % Math.max(1, below),
  }));

/** Up to two changes of any kind, about students and listings that exist. */
function anyChanges({ students, placements, locks = [], forbids = [] }: PlanInput, draw: Draw): PlanChange[] {
  const student = () => `s${draw(students.length)}`;
  const listing = () => `l${draw(placements.length)}`;
  return Array.from({ length: 1 + draw(2) }, (): PlanChange => {
    const pair = { studentId: student(), listingId: listing() };
    const [lock, forbid] = [locks[draw(locks.length)], forbids[draw(forbids.length)]];
    switch (draw(9)) {
      case 0:
        return { kind: "forbid", ...pair };
      case 1:
        return { kind: "seats", listingId: pair.listingId, by: draw(4) - 1 };
      case 2:
        return { kind: "travel_limit", minutes: 10 + draw(80), studentId: pair.studentId };
      case 3:
        return { kind: "travel_limit", minutes: 10 + draw(80) };
      case 4:
        return lock
          ? { kind: "unlock", studentId: lock.studentId, listingId: lock.listingId }
          : { kind: "forbid", ...pair };
      case 5:
        return forbid ? { kind: "allow", ...forbid } : { kind: "lock", ...pair };
      case 6:
        return { kind: "travel_more", by: 5 + draw(60), studentId: pair.studentId };
      case 7:
        return { kind: "travel_more", by: 5 + draw(60) };
      default:
        return { kind: "lock", ...pair };
    }
  });
}

/** Runs a law on every plan that can be made and every question that can be asked of it. */
function onEveryQuestion(law: (asked: { plan: WarmPlan; changes: PlanChange[]; answer: WhatIf }) => void): void {
  fc.assert(
    fc.property(anyQuestion, ({ input, draw }) => {
      fc.pre(input.students.length > 0 && input.placements.length > 0);
      const plan = openWarmPlan(input);
      fc.pre(plan.ok);
      if (!plan.ok) return;
      const changes = anyChanges(input, draw);
      const answer = whatIf(plan.value, changes);
      fc.pre(answer.ok);
      if (answer.ok) law({ plan: plan.value, changes, answer: answer.value });
    }),
    RUNS,
  );
}

describe("what if", () => {
  it("X1 and N1: shows the number, floor and total of the plan that would be made anew, and how many would move (property)", () => {
    onEveryQuestion(({ plan, answer }) => {
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
    onEveryQuestion(({ plan, answer }) => {
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
      expect(difference.total).toBe(after.total - before.total);
    });
  });

  it("N2 and N3: moves nobody for no change, or when a pair of the plan is locked (property)", () => {
    onEveryQuestion(({ plan }) => {
      expect(whatIf(plan, [])).toMatchObject({ ok: true, value: { moves: [], difference: { placed: 0, total: 0 } } });
      for (const { studentId, listingId } of plan.plan.assignments.filter(({ origin }) => origin === "proposed"))
        expect(whatIf(plan, [{ kind: "lock", studentId, listingId }])).toMatchObject({
          ok: true,
          value: { moves: [], difference: { placed: 0, total: 0 } },
        });
    });
  });

  it("N4: asking leaves the plan as it was: the same question has the same answer after others (property)", () => {
    onEveryQuestion(({ plan, changes, answer }) => {
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

describe("why not", () => {
  it("X2: is true of every pair: in the plan, ruled out, full, or the student's own is dearer (property)", () => {
    onEveryQuestion(({ plan }) => {
      const { input } = plan;
      for (const { id } of input.students.slice(0, 3))
        for (const { listingId } of input.placements) {
          const answer = whyNot(plan, { studentId: id, listingId });
          if (!answer.ok) throw new Error(answer.reason);
          expect(isTrue(answer.value, { plan, studentId: id, listingId })).toBe(true);
        }
    });
  });

  it("X3: what a student reads of a pair names no other student, nor does what their list risks (property)", () => {
    onEveryQuestion(({ plan }) => {
      const ids = plan.studentIds.map((id, at) => [id, `student-number-${at}`] as const);
      const { students, placements, context } = JSON.parse(rename(JSON.stringify(plan.input), ids)) as PlanInput;
      const [first, ...others] = students;
      if (!first) return;
      const read = placements.map((placement) => {
        const { explanation, eligibility } = matchPair(first, placement, context);
        return [explanation, findingsFor("student", eligibility.blockers), findingsFor("student", eligibility.notes)];
      });
      const open = placements.map(({ openPursuitPlaces }) => ({
        openPlaces: openPursuitPlaces,
        othersWanting: others.length,
      }));
      const told = JSON.stringify([read, listRisk({ listed: placements.length, open })]);
      for (const { id } of others) expect(told).not.toContain(id);
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

function planOf(input: PlanInput): Plan {
  const outcome = proposePlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

interface Pair {
  studentId: string;
  listingId: string;
}

const keyOf = ({ studentId, listingId }: Pair) => `${studentId} ${listingId}`;

function movesBetween(before: Plan, after: Plan) {
  const now = new Map(after.assignments.map(({ studentId, listingId }) => [studentId, listingId]));
  return before.assignments
    .filter(({ studentId, listingId }) => now.get(studentId) !== listingId)
    .map(({ studentId, listingId }) => ({ studentId, from: listingId, to: now.get(studentId) ?? null }));
}

function evidenceOf({ studentId, listingId }: Pair, input: PlanInput) {
  const student = input.students.find(({ id }) => id === studentId);
  const placement = input.placements.find((one) => one.listingId === listingId);
  if (!student || !placement) throw new Error("A pair names nobody.");
  return { student, placement };
}

function weightOf(pair: Pair, input: PlanInput): number | null {
  const { student, placement } = evidenceOf(pair, input);
  const { score } = matchPair(student, placement, input.context);
  return score && Math.floor((7 * score.forStudent + 3 * score.forPlacement + 5) / 10);
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
      return used > (published ? Math.min(openSeats, openPursuitPlaces) : 0) ? [`full ${listingId}`] : [];
    }),
  ];
}

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
    const at = student.wishedListingIds.indexOf(id);
    const score = matchPair(student, evidenceOf({ studentId, listingId: id }, input).placement, input.context).score;
    return (student.requestedListingIds.includes(id) ? 1e6 : at < 0 ? 0 : 1e5 * (9 - at)) + (score?.forStudent ?? 0);
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

function rename(text: string, ids: readonly (readonly [string, string])[]): string {
  return ids.reduce((so, [from, to]) => so.replaceAll(`"${from}"`, `"${to}"`), text);
}
