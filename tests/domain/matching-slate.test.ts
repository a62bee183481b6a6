import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Instance, InstancePair } from "~/domain/matching/instance/instance";
import { solveInstance } from "~/domain/matching/instance/solve-instance";
import {
  anyInstance,
  type Best,
  bestByEnumeration,
  compareBest,
  mostPlaced,
  type PairInstance,
  solved,
  tableOf,
} from "./matching-instances";

const RUNS = { numRuns: 2000 };
const ENUMERATED = { numRuns: 600 };
vi.setConfig({ testTimeout: 120_000 });
const small = anyInstance({ students: 5, placements: 4 });
const free = anyInstance({ students: 10, placements: 7 });

/** What a round had to choose from, and what it comes to. */
interface Round {
  left: PairInstance;
  reached: Best;
}

/** The rounds of a slate of three each: what slates of one, two and three placements for each student have more. */
function roundsOf(instance: PairInstance): Round[] {
  const rounds: Round[] = [];
  let [left, before] = [instance, new Set<string>()];
  for (const perStudent of [1, 2, 3]) {
    const all = slate(instance, perStudent);
    const own = all.filter((pair) => !before.has(keyOf(pair)));
    expect(all.length - own.length).toBe(before.size);
    rounds.push({ left, reached: reachedBy(own) });
    left = without(left, own);
    before = new Set(all.map(keyOf));
  }
  return rounds;
}

function slate(instance: PairInstance, perStudent: number): InstancePair[] {
  const { assignment } = solveInstance(tableOf(instance, "slate"), { mode: "slate", seed: 1, perStudent });
  const chosen = new Set(assignment.map(keyOf));
  return instance.pairs.filter((pair) => chosen.has(keyOf(pair)));
}

function reachedBy(pairs: readonly InstancePair[]): Best {
  const weights = pairs.map(({ weight }) => weight);
  return {
    placed: new Set(pairs.map(({ student }) => student)).size,
    floor: weights.length === 0 ? null : Math.min(...weights),
    total: weights.reduce((sum, weight) => sum + weight, 0),
  };
}

function without(instance: PairInstance, pairs: readonly InstancePair[]): PairInstance {
  const gone = new Set(pairs.map(keyOf));
  const taken = (id: string) => pairs.filter(({ placement }) => placement === id).length;
  return {
    ...instance,
    placements: instance.placements.map(({ id, seats }) => ({ id, seats: seats - taken(id) })),
    pairs: instance.pairs.filter((pair) => !gone.has(keyOf(pair))),
  };
}

const keyOf = ({ student, placement }: { student: string; placement: string }) => `${student} ${placement}`;

describe("each round of a slate, on what the rounds before it left", () => {
  it("O1: equals brute force on placed, floor and total (property)", () => {
    fc.assert(
      fc.property(small, (instance) => {
        for (const { left, reached } of roundsOf(instance)) expect(reached).toEqual(bestByEnumeration(left));
      }),
      ENUMERATED,
    );
  });

  it("O3, O4: places as many as an independent search, with the highest floor of so many (property)", () => {
    fc.assert(
      fc.property(free, (instance) => {
        for (const { left, reached } of roundsOf(instance)) {
          expect(reached.placed).toBe(mostPlaced(left));
          const weights = [...new Set(left.pairs.map(({ weight }) => weight))];
          const from = (floor: number) => ({ ...left, pairs: left.pairs.filter(({ weight }) => weight >= floor) });
          const possible = weights.filter((weight) => mostPlaced(from(weight)) === reached.placed);
          expect(reached.floor).toBe(reached.placed === 0 ? null : Math.max(...possible));
        }
      }),
      RUNS,
    );
  });

  it("O6: comes to no less with one more pair or one more seat (property)", () => {
    fc.assert(
      fc.property(free, fc.nat(), fc.nat(), (instance, which, turn) => {
        for (const { left, reached } of roundsOf(instance)) {
          const fewer = { ...left, pairs: left.pairs.filter((_, at) => at !== which % left.pairs.length) };
          expect(compareBest(reached, reachedBy(slate(fewer, 1)))).toBeGreaterThanOrEqual(0);
          const placements = left.placements.map((placement, at) =>
            at === turn % left.placements.length ? { ...placement, seats: placement.seats + 1 } : placement,
          );
          expect(compareBest(reachedBy(slate({ ...left, placements }, 1)), reached)).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it("O7: keeps its optimum when all weights are scaled (property)", () => {
    fc.assert(
      fc.property(free, fc.integer({ min: 2, max: 1000 }), (instance, factor) => {
        for (const { left, reached } of roundsOf(instance)) {
          const pairs = left.pairs.map((pair) => ({ ...pair, weight: pair.weight * factor }));
          const { placed, floor, total } = reached;
          const scaled = { placed, floor: floor === null ? null : floor * factor, total: total * factor };
          expect(reachedBy(slate({ ...left, pairs }, 1))).toEqual(scaled);
        }
      }),
      RUNS,
    );
  });
});

describe("what does not hold of other kinds of plans", () => {
  it("of a slate as a whole O6 does not: a way that opens for one student can take another's second place", () => {
    const instance: PairInstance = {
      students: [{ id: "a" }, { id: "b" }],
      placements: ["p", "q"].map((id) => ({ id, seats: 1 })),
      pairs: ["p", "q"].map((placement) => ({ student: "a", placement, weight: 5 })),
      locks: [],
      forbids: [],
    };
    const wider = { ...instance, pairs: [...instance.pairs, { student: "b", placement: "q", weight: 5 }] };
    const placed = (of: PairInstance) => roundsOf(of).map(({ reached }) => reached.placed);
    expect([placed(instance), placed(wider)]).toEqual([
      [1, 1, 0],
      [2, 0, 0],
    ]);
  });

  it("of stable plans N3 does not: a lock of a pair of the plan can give others a place they would rather have", () => {
    const instance: Instance = {
      students: [
        { id: "s", ranking: ["a", "c"] },
        { id: "t", ranking: ["b", "a"] },
        { id: "u", ranking: ["a", "b"] },
      ],
      placements: [
        { id: "a", seats: 1, ranking: ["t", "s", "u"] },
        { id: "b", seats: 1, ranking: ["u", "t"] },
        { id: "c", seats: 1, ranking: ["s"] },
      ],
    };
    const stable = (of: Instance) => solved(of, "stable").assignment.map(keyOf);
    expect(stable(instance)).toEqual(["s c", "t a", "u b"]);
    expect(stable({ ...instance, locks: [{ student: "s", placement: "c" }] })).toEqual(["s c", "t b", "u a"]);
  });
});
