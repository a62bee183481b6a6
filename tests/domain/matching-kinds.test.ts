import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { changedPlan } from "~/domain/matching/changed-plan";
import { equityOf } from "~/domain/matching/equity";
import { groupDemandOf } from "~/domain/matching/group-demand";
import { MODES, type Mode } from "~/domain/matching/mode";
import { type OpenPlan, openPlan } from "~/domain/matching/open-plan";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput } from "~/domain/matching/plan-change";
import { reachOf } from "~/domain/matching/plan-reach";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { seatDemandOf } from "~/domain/matching/seats-and-demand";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { whyUnmatched } from "~/domain/matching/why-unmatched";
import { matchContext } from "../support/match-context";
import { ana, anyModeInput, clinic } from "./matching-cases";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });

function onOpenPlans(law: (plan: OpenPlan, input: PlanInput) => void): void {
  fc.assert(
    fc.property(anyModeInput, fc.constantFrom<Mode>("stable", "slate"), (drawn, mode) => {
      const input = { ...drawn, mode };
      const opened = openPlan(input);
      fc.pre(opened.ok);
      if (opened.ok) law(opened.value, input);
    }),
    RUNS,
  );
}

const pairsByRound = ({ assignments }: Plan) =>
  assignments.map(({ studentId, listingId, round }) => `${studentId} ${listingId} ${round}`);

function roundsIn(input: PlanInput): string[] {
  const proposed = proposePlan(input);
  if (!proposed.ok) throw new Error(proposed.reason);
  return pairsByRound(proposed.value);
}

const ownOf = ({ plan }: OpenPlan, id: string) => plan.assignments.filter(({ studentId }) => studentId === id);

describe.each(MODES)("a question to a %s plan", (mode) => {
  it("about a student or a place that is not in the plan is refused, and not answered with: nobody would move", () => {
    const placements = [clinic()];
    const opened = openPlan({ students: [ana()], placements, context: matchContext({ placements }), seed: 1, mode });
    if (!opened.ok) throw new Error(opened.reason);
    const gone = "left-out-since";
    for (const change of [
      { kind: "seats", listingId: gone, by: 1 },
      { kind: "travel_more", studentId: gone, by: 10 },
      { kind: "travel_limit", studentId: gone, minutes: 10 },
      { kind: "forbid", studentId: ana().id, listingId: gone },
      { kind: "unlock", studentId: gone, listingId: "clinic" },
      { kind: "lock", studentId: ana().id, listingId: gone },
    ] as const)
      expect(changedPlan(opened.value, [change])).toMatchObject({ ok: false, reason: "unknown_pair" });
    expect(changedPlan(opened.value, [{ kind: "travel_more", by: 10 }]).ok).toBe(true);
  });
});

describe("a stable plan or a slate", () => {
  it("X1: is made anew with a change: the difference and whoever moves are just those of that plan (property)", () => {
    onOpenPlans((plan, input) => {
      const [student] = input.students;
      const [placement] = input.placements;
      if (!student || !placement) return;
      const pair = { studentId: student.id, listingId: placement.listingId };
      const previous = plan.plan.assignments;
      for (const change of [
        { kind: "forbid", ...pair },
        { kind: "seats", listingId: pair.listingId, by: 1 },
        { kind: "lock", ...pair },
      ] as const) {
        const asked = changedPlan(plan, [change]);
        const made = proposePlan({ ...changedInput(input, [change]), previous });
        expect(asked.ok).toBe(made.ok);
        if (!asked.ok || !made.ok) continue;
        expect(asked.value.after).toMatchObject({
          ...reachOf(made.value.assignments),
          pairs: made.value.assignments.length,
        });
        const moved = new Set(asked.value.movers.map(({ studentId }) => studentId));
        for (const { id } of input.students) {
          const now = made.value.assignments.filter(({ studentId }) => studentId === id);
          const titles = (pairs: typeof now) => pairs.map(({ listingId }) => listingId).sort();
          expect(moved.has(id)).toBe(titles(now).join() !== titles(ownOf(plan, id)).join());
        }
      }
    });
  });

  it("says of a slate what it comes to in students, each with the pair that suits best, and in pairs", () => {
    const placements = [clinic(), clinic({ listingId: "band", interests: ["music"] })];
    const students = [ana()];
    const plan = openPlan({ students, placements, context: matchContext({ placements }), seed: 1, mode: "slate" });
    if (!plan.ok) throw new Error(plan.reason);
    const [weak = 0, strong = 0] = plan.value.plan.assignments.map(({ weight }) => weight ?? 0).sort((a, b) => a - b);
    expect(strong).toBeGreaterThan(weak);
    const asked = changedPlan(plan.value, [{ kind: "forbid", studentId: "ana", listingId: "band" }]);
    const best = { floor: strong, total: strong };
    expect(asked).toMatchObject({
      value: {
        before: { placed: 1, pairs: 2, floor: weak, total: weak + strong, students: best },
        after: { placed: 1, pairs: 1, ...best, students: best },
        difference: { placed: 0, pairs: -1, floor: strong - weak, total: -weak },
      },
    });
  });

  it("N2: moves nobody when it is made again after itself, in a slate from no round to another either (property)", () => {
    onOpenPlans((plan, input) => {
      expect(roundsIn({ ...input, previous: plan.plan.assignments })).toEqual(pairsByRound(plan.plan));
    });
  });

  it("N3, N4: a slate moves nobody when one of its pairs is locked, nor when it is not any more (property)", () => {
    onOpenPlans((plan, input) => {
      if (input.mode !== "slate") return;
      for (const { studentId, listingId, origin } of plan.plan.assignments) {
        if (origin !== "proposed") continue;
        const locks = [...(input.locks ?? []), { studentId, listingId }];
        const locked = proposePlan({ ...input, locks, previous: plan.plan.assignments });
        if (!locked.ok) throw new Error(locked.reason);
        expect(pairsByRound(locked.value)).toEqual(pairsByRound(plan.plan));
        expect(verifyPlan(locked.value, { ...input, locks, previous: plan.plan.assignments })).toEqual([]);
        expect(roundsIn({ ...input, previous: locked.value.assignments })).toEqual(pairsByRound(plan.plan));
      }
    });
  });

  it("answers for everybody it leaves out, for its seats and for its groups, and has no seat prices (property)", () => {
    onOpenPlans((plan) => {
      for (const { studentId, reason } of plan.plan.unmatched) {
        const why = whyUnmatched(plan, studentId);
        if (!why.ok) throw new Error(why.reason);
        expect(why.value.reason).toBe(reason);
        expect(why.value.travel?.placed ?? null).toBeNull();
      }
      const demand = seatDemandOf(plan);
      expect(demand.map(({ listingId }) => listingId).sort()).toEqual(
        plan.input.placements.map(({ listingId }) => listingId).sort(),
      );
      for (const { difference } of demand) expect(difference).toBeNull();
      for (const { best } of groupDemandOf(plan, demand, "interest")) expect(best).toBeNull();
      expect(() => equityOf(plan, "grade")).not.toThrow();
    });
  });
});

it("counts in the fairness of a slate each student once, with the fit that is best of theirs", () => {
  const placements = [
    clinic({ openSeats: 20, openPursuitPlaces: 20 }),
    clinic({ listingId: "farm", interests: [], openSeats: 20, openPursuitPlaces: 20 }),
  ];
  const students = Array.from({ length: 10 }, (_, at) => ana({ id: `s${at}` }));
  const opened = openPlan({ students, placements, context: matchContext({ placements }), seed: 1, mode: "slate" });
  if (!opened.ok) throw new Error(opened.reason);
  const { all } = equityOf(opened.value, "grade");
  const best = opened.value.plan.assignments.filter(({ listingId }) => listingId === "clinic");
  expect(opened.value.plan.assignments).toHaveLength(20);
  expect(all).toMatchObject({ students: 10, placed: { count: 10, of: 10 }, medianFit: best[0]?.weight });
});
