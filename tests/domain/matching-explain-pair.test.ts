import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { explainPair } from "~/domain/matching/instance/explain-pair";
import type { PairOfIds } from "~/domain/matching/instance/instance";
import { anyInstance, type PairInstance, solved, tableOf } from "./matching-instances";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });
const explain = (instance: PairInstance, pair: PairOfIds) => explainPair(tableOf(instance), { ...pair, seed: 1 });
const isIn = (pairs: readonly PairOfIds[], { student, placement }: PairOfIds) =>
  pairs.some((one) => one.student === student && one.placement === placement);

describe("a pair of an instance", () => {
  it("X1 and X2: has a true reason, and a difference that solving anew gives (property)", () => {
    const instances = anyInstance({ students: 7, placements: 5, constraints: "locks and forbids" });
    fc.assert(
      fc.property(instances, fc.nat(), (instance, which) => {
        const { students, placements } = instance;
        const student = students[which % Math.max(1, students.length)]?.id;
        fc.pre(student !== undefined && placements.length > 0);
        for (const { id: placement, seats } of placements) {
          const pair = { student: student as string, placement };
          const plan = solved(instance);
          const { eligible, inPlan, now, whyNot, whatIf } = explain(instance, pair);
          expect(inPlan).toBe(isIn(plan.assignment, pair));
          expect(now).toBe(plan.assignment.find((one) => one.student === student)?.placement ?? null);
          expect(eligible).toBe(isIn(instance.pairs, pair) && !isIn(instance.forbids, pair));
          const lock = instance.locks.find((one) => one.student === student);
          const held = instance.locks.filter((one) => one.placement === placement).length;
          const used = plan.assignment.filter((one) => one.placement === placement).length;
          if (whyNot?.code === "locked_elsewhere") expect(lock?.placement).not.toBe(placement);
          if (whyNot?.code === "no_seat") expect(seats).toBe(0);
          if (whyNot?.code === "locks_hold_seats") expect(held).toBe(seats);
          if (whyNot?.code === "full") expect(used).toBe(seats);
          if (whyNot?.code === "better_elsewhere") expect(used).toBeLessThan(seats);
          expect(whatIf === null).toBe(!eligible || lock !== undefined || held === seats);
          if (!whatIf) continue;
          const change = inPlan ? { forbids: [...instance.forbids, pair] } : { locks: [...instance.locks, pair] };
          const after = solved({ ...instance, ...change }).objective;
          expect(whatIf).toMatchObject({ change: inPlan ? "forbid" : "lock", before: plan.objective, after });
          if (whyNot && "chain" in whyNot) expect(whyNot.chain[0]).toEqual({ student, from: now, to: placement });
        }
      }),
      RUNS,
    );
  });

  it("is explained by the chain of those who would make room", () => {
    const instance: PairInstance = {
      students: [{ id: "ana" }, { id: "leo" }],
      placements: [
        { id: "clinic", seats: 1 },
        { id: "bakery", seats: 1 },
      ],
      pairs: [
        { student: "ana", placement: "clinic", weight: 5 },
        { student: "ana", placement: "bakery", weight: 3 },
        { student: "leo", placement: "clinic", weight: 4 },
      ],
      locks: [],
      forbids: [],
    };
    expect(explain(instance, { student: "ana", placement: "clinic" })).toEqual({
      student: "ana",
      placement: "clinic",
      eligible: true,
      inPlan: false,
      now: "bakery",
      whyNot: {
        code: "full",
        chain: [
          { student: "ana", from: "bakery", to: "clinic" },
          { student: "leo", from: "clinic", to: null },
        ],
      },
      whatIf: {
        change: "lock",
        before: { placed: 2, floor: 3, total: 7 },
        after: { placed: 1, floor: 5, total: 5 },
        difference: { placed: -1, floor: 2, total: -2 },
        moves: [
          { student: "ana", from: "bakery", to: "clinic" },
          { student: "leo", from: "clinic", to: null },
        ],
      },
    });
    expect(explain(instance, { student: "leo", placement: "bakery" })).toMatchObject({
      eligible: false,
      whyNot: { code: "not_a_pair" },
      whatIf: null,
    });
  });
});
