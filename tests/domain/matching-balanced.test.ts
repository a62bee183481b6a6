import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { InstancePair } from "~/domain/matching/instance/instance";
import {
  anyInstance,
  type Best,
  bestByEnumeration,
  compareBest,
  MOST_WEIGHT,
  mostPlaced,
  type PairInstance,
  shuffledInstance,
  solved,
} from "./matching-instances";

const RUNS = { numRuns: 2000 };
const ENUMERATED = { numRuns: 600 };
vi.setConfig({ testTimeout: 120_000 });
const weights = "whatever a file may say";
const constraints = "locks and forbids";
const small = anyInstance({ students: 6, placements: 5, constraints, weights });
const free = anyInstance({ students: 12, placements: 8, weights });

const best = (instance: PairInstance): Best => {
  const { placed, floor, total } = solved(instance).objective;
  return { placed, floor, total: total ?? 0 };
};
const from = (instance: PairInstance, floor: number | null): PairInstance => ({
  ...instance,
  pairs: instance.pairs.filter(({ weight }) => floor !== null && weight >= floor),
});

/** The same with one pair that stays at this weight: no part can then strive for a higher floor than the whole has. */
const anchored = (instance: PairInstance, weight: number): PairInstance => ({
  ...instance,
  students: [...instance.students, { id: "anchor" }],
  placements: [...instance.placements, { id: "anchor", seats: 1 }],
  pairs: [...instance.pairs, { student: "anchor", placement: "anchor", weight }],
  locks: [{ student: "anchor", placement: "anchor" }],
});

describe("a balanced plan", () => {
  it("O1: equals brute force on placed, floor and total (property)", () => {
    fc.assert(
      fc.property(small, (instance) => {
        expect(best(instance)).toEqual(bestByEnumeration(instance));
      }),
      ENUMERATED,
    );
  });

  it("O2: carries a certificate without a gap, checked from the answer alone (property)", () => {
    fc.assert(
      fc.property(anyInstance({ students: 12, placements: 8, constraints, weights }), (instance) => {
        const { certificate, assignment, objective } = solved(instance);
        if (!certificate) throw new Error("A balanced answer has a certificate.");
        const { students, placements, bonus } = certificate;
        const isIn = (pairs: readonly { student: string; placement: string }[], pair: InstancePair) =>
          pairs.some(({ student, placement }) => student === pair.student && placement === pair.placement);
        let value = 0;
        for (const pair of instance.pairs) {
          if (!(pair.student in students) || isIn(instance.forbids, pair)) continue;
          if (objective.floor !== null && pair.weight < objective.floor) continue;
          const slack = (students[pair.student] ?? 0) + (placements[pair.placement] ?? 0) - pair.weight - bonus;
          expect(slack).toBeGreaterThanOrEqual(0);
          if (!isIn(assignment, pair)) continue;
          expect(slack).toBe(0);
          value += pair.weight + bonus;
        }
        const locked = (id: string) => instance.locks.filter(({ placement }) => placement === id).length;
        const prices = instance.placements.map(({ id, seats }) => (placements[id] ?? 0) * (seats - locked(id)));
        expect([...Object.values(students), ...prices].reduce((sum, price) => sum + price, 0)).toBe(value);
        for (const price of [...Object.values(students), ...Object.values(placements)])
          expect(price).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it("O3: places as many as an independent search for augmenting paths (property)", () => {
    fc.assert(
      fc.property(free, (instance) => {
        expect(best(instance).placed).toBe(mostPlaced(instance));
      }),
      RUNS,
    );
  });

  it("O4: has the highest weight as floor at which so many can still be placed (property)", () => {
    fc.assert(
      fc.property(free, (instance) => {
        const { placed, floor } = best(instance);
        const weights = [...new Set(instance.pairs.map(({ weight }) => weight))];
        const possible = weights.filter((weight) => mostPlaced(from(instance, weight)) === placed);
        expect(floor).toBe(placed === 0 ? null : Math.max(...possible));
      }),
      RUNS,
    );
  });

  it("O6: gets no worse with one more pair or one more seat (property)", () => {
    fc.assert(
      fc.property(free, fc.nat(), fc.nat(), (instance, which, turn) => {
        const before = best(instance);
        const fewer = { ...instance, pairs: instance.pairs.filter((_, at) => at !== which % instance.pairs.length) };
        expect(compareBest(before, best(fewer))).toBeGreaterThanOrEqual(0);
        const placements = instance.placements.map((placement, at) =>
          at === turn % instance.placements.length ? { ...placement, seats: placement.seats + 1 } : placement,
        );
        expect(compareBest(best({ ...instance, placements }), before)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it("O7: keeps its optimum when all weights are scaled (property)", () => {
    fc.assert(
      fc.property(free, fc.integer({ min: 2, max: 1000 }), (instance, most) => {
        const largest = Math.max(1, ...instance.pairs.map(({ weight }) => Math.abs(weight)));
        const factor = Math.min(most, Math.floor(MOST_WEIGHT / largest));
        const pairs = instance.pairs.map((pair) => ({ ...pair, weight: pair.weight * factor }));
        const { placed, floor, total } = best(instance);
        const scaled = best({ ...instance, pairs });
        expect(scaled).toEqual({ placed, floor: floor === null ? null : floor * factor, total: total * factor });
      }),
      RUNS,
    );
  });

  it("O8 and D5: given the floor of the whole, parts that share nobody add up to it (property)", () => {
    fc.assert(
      fc.property(free, free, (one, other) => {
        const [left, right] = [named(one, "left"), named(other, "right")];
        const whole = best(together([left, right]));
        fc.pre(whole.floor !== null);
        const floor = whole.floor ?? 0;
        const parts = [left, right].map((part) => best(anchored(from(part, floor), floor)));
        expect(parts.reduce((sum, { placed }) => sum + placed - 1, 0)).toBe(whole.placed);
        expect(parts.reduce((sum, { total }) => sum + total - floor, 0)).toBe(whole.total);
      }),
      RUNS,
    );
  });

  it("D3: however many workers share the parts that share nobody, the answer is as good (property)", () => {
    const part = anyInstance({ students: 6, placements: 4 });
    fc.assert(
      fc.property(fc.tuple(part, part, part), ([one, two, three]) => {
        const parts = [named(one, "one"), named(two, "two"), named(three, "three")];
        const { floor, placed, total } = best(together(parts));
        fc.pre(floor !== null);
        for (const workers of [1, 2, 3]) {
          const shares = Array.from({ length: workers }, (_, worker) =>
            together(parts.filter((_part, at) => at % workers === worker)),
          );
          const answers = shares.map((share) => best(anchored(from(share, floor), floor ?? 0)));
          expect(answers.reduce((sum, answer) => sum + answer.placed - 1, 0)).toBe(placed);
          expect(answers.reduce((sum, answer) => sum + answer.total - (floor ?? 0), 0)).toBe(total);
        }
      }),
      RUNS,
    );
  });

  it("O9: greedy by weight reaches half its total or more (property)", () => {
    fc.assert(
      fc.property(free, (instance) => {
        fc.pre(instance.pairs.every(({ weight }) => weight >= 0));
        expect(2 * greedyTotal(instance)).toBeGreaterThanOrEqual(best(instance).total);
      }),
      RUNS,
    );
  });

  it("D1: is the same to the byte for the same instance and seed (property)", () => {
    fc.assert(
      fc.property(small, fc.integer(), (instance, seed) => {
        const answer = JSON.stringify(solved(instance, "balanced", seed));
        expect(JSON.stringify(solved(structuredClone(instance), "balanced", seed))).toBe(answer);
      }),
      RUNS,
    );
  });

  it("D2: is the same to the byte with permuted rows, in every mode (property)", () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.constantFrom("balanced", "stable", "slate"), (instance, turn, mode) => {
        const answer = JSON.stringify(solved(instance, mode));
        expect(JSON.stringify(solved(shuffledInstance(instance, turn), mode))).toBe(answer);
      }),
      RUNS,
    );
  });

  it("keeps locks, forbids and seats, and gives each student one place at most (F1, F2, F4, F5; property)", () => {
    fc.assert(
      fc.property(small, (instance) => {
        const { assignment } = solved(instance);
        expect(new Set(assignment.map(({ student }) => student)).size).toBe(assignment.length);
        for (const lock of instance.locks) expect(assignment).toContainEqual(lock);
        for (const forbid of instance.forbids) expect(assignment).not.toContainEqual(forbid);
        for (const { id, seats } of instance.placements)
          expect(assignment.filter(({ placement }) => placement === id).length).toBeLessThanOrEqual(seats);
      }),
      RUNS,
    );
  });
});

function together(parts: readonly PairInstance[]): PairInstance {
  return {
    students: parts.flatMap(({ students }) => students),
    placements: parts.flatMap(({ placements }) => placements),
    pairs: parts.flatMap(({ pairs }) => pairs),
    locks: [],
    forbids: [],
  };
}

function named(instance: PairInstance, name: string): PairInstance {
  return {
    ...instance,
    students: instance.students.map(({ id }) => ({ id: `${name} ${id}` })),
    placements: instance.placements.map(({ id, seats }) => ({ id: `${name} ${id}`, seats })),
    pairs: instance.pairs.map(({ student, placement, weight }) => ({
      student: `${name} ${student}`,
      placement: `${name} ${placement}`,
      weight,
    })),
  };
}

function greedyTotal({ pairs, placements }: PairInstance): number {
  const left = new Map(placements.map(({ id, seats }) => [id, seats]));
  const placed = new Set<string>();
  let total = 0;
  for (const { student, placement, weight } of [...pairs].sort((a, b) => b.weight - a.weight)) {
    const seats = left.get(placement) ?? 0;
    if (placed.has(student) || seats === 0) continue;
    placed.add(student);
    left.set(placement, seats - 1);
    total += weight;
  }
  return total;
}
