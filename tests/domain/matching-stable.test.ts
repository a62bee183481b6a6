import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Instance, PairOfIds } from "~/domain/matching/instance/instance";
import { anyInstance, solved } from "./matching-instances";
import {
  allStable,
  anyRanked,
  blockedBy,
  placeOfStudent,
  type RankedInstance,
  rankOf,
  withLists,
} from "./matching-rankings";

const RUNS = { numRuns: 2000 };
const ENUMERATED = { numRuns: 400 };
vi.setConfig({ testTimeout: 120_000 });
const tied = anyRanked({ students: 8, placements: 5, ties: "ties" });
const strict = anyRanked({ students: 8, placements: 5, ties: "strict" });
const small = anyRanked({ students: 4, placements: 3, ties: "strict" });

const stable = (instance: Instance, seed = 1): PairOfIds[] => solved(instance, "stable", seed).assignment;
/** How far down their list a student got; unplaced is after the last. */
const got = (instance: RankedInstance, pairs: readonly PairOfIds[], student: string) => {
  const list = instance.students.find(({ id }) => id === student)?.ranking ?? [];
  const place = placeOfStudent(pairs, student);
  return place === undefined ? list.length : rankOf(list, place);
};

describe("a stable plan", () => {
  it("T1: has no blocking pair (property)", () => {
    fc.assert(
      fc.property(strict, (instance) => {
        expect(blockedBy(instance, stable(instance))).toEqual([]);
        expect(solved(instance, "stable").blockingPairs).toEqual([]);
      }),
      RUNS,
    );
  });

  it("T2: leaves no seat free that somebody would rather have (property)", () => {
    fc.assert(
      fc.property(tied, (instance) => {
        const pairs = stable(instance);
        for (const { id, seats, ranking } of instance.placements) {
          if (pairs.filter(({ placement }) => placement === id).length >= seats) continue;
          for (const student of ranking.flat()) {
            const list = instance.students.find((one) => one.id === student)?.ranking ?? [];
            if (list.flat().includes(id)) expect(got(instance, pairs, student)).toBeLessThanOrEqual(rankOf(list, id));
          }
        }
      }),
      RUNS,
    );
  });

  it("T3: is for every student the best of all stable plans (property)", () => {
    fc.assert(
      fc.property(small, (instance) => {
        const pairs = stable(instance);
        for (const other of allStable(instance))
          for (const { id } of instance.students)
            expect(got(instance, pairs, id)).toBeLessThanOrEqual(got(instance, other, id));
      }),
      ENUMERATED,
    );
  });

  it("T4: is for every placement the worst of all stable plans (property)", () => {
    fc.assert(
      fc.property(small, (instance) => {
        const pairs = stable(instance);
        for (const other of allStable(instance))
          for (const { id, ranking } of instance.placements) {
            const ranks = (plan: readonly PairOfIds[]) =>
              plan
                .filter(({ placement }) => placement === id)
                .map(({ student }) => rankOf(ranking, student))
                .sort((a, b) => a - b);
            const theirs = ranks(other);
            expect(ranks(pairs).length).toBe(theirs.length);
            for (const [at, rank] of ranks(pairs).entries()) expect(rank).toBeGreaterThanOrEqual(theirs[at] ?? 0);
          }
      }),
      ENUMERATED,
    );
  });

  it("T5: does not depend on who asks first (property)", () => {
    fc.assert(
      fc.property(strict, fc.integer(), (instance, seed) => {
        expect(stable(instance, seed)).toEqual(stable(instance, seed + 1));
      }),
      RUNS,
    );
  });

  it("T6: all stable plans place the same students, and a placement not full holds the same ones (property)", () => {
    fc.assert(
      fc.property(small, (instance) => {
        const placed = (pairs: readonly PairOfIds[]) => pairs.map(({ student }) => student).sort();
        const held = (pairs: readonly PairOfIds[], id: string) => placed(pairs.filter((one) => one.placement === id));
        const pairs = stable(instance);
        for (const other of allStable(instance)) {
          expect(placed(other)).toEqual(placed(pairs));
          for (const { id, seats } of instance.placements)
            if (held(pairs, id).length < seats) expect(held(other, id)).toEqual(held(pairs, id));
        }
      }),
      ENUMERATED,
    );
  });

  it("T7: no student gains by a false list, whatever the list (property)", () => {
    fc.assert(
      fc.property(anyRanked({ students: 4, placements: 3, ties: "ties" }), fc.nat(), (instance, which) => {
        const liar = instance.students[which % Math.max(1, instance.students.length)];
        fc.pre(liar !== undefined);
        if (!liar) return;
        const honest = got(instance, stable(instance), liar.id);
        for (const list of everyList(instance.placements.map(({ id }) => id))) {
          const pairs = stable(withLists(instance, { [liar.id]: list }));
          expect(got(instance, pairs, liar.id)).toBeGreaterThanOrEqual(honest);
        }
      }),
      ENUMERATED,
    );
  });

  it("T7, the other way: a placement can gain by a shorter list", () => {
    const instance: RankedInstance = {
      students: [
        { id: "a", ranking: ["x", "y"] },
        { id: "b", ranking: ["y", "x"] },
      ],
      placements: [
        { id: "x", seats: 1, ranking: ["b", "a"] },
        { id: "y", seats: 1, ranking: ["a", "b"] },
      ],
    };
    expect(placeOfStudent(stable(instance), "a")).toBe("x");
    expect(placeOfStudent(stable(withLists(instance, { x: ["b"] })), "b")).toBe("x");
  });

  it("T8: one more student helps nobody else, one more seat hurts nobody (property)", () => {
    fc.assert(
      fc.property(strict, fc.nat(), (instance, which) => {
        const leaver = instance.students[which % Math.max(1, instance.students.length)]?.id;
        const before = stable(instance);
        const without = stable({
          ...instance,
          students: instance.students.filter(({ id }) => id !== leaver),
          placements: instance.placements.map((one) => ({
            ...one,
            ranking: one.ranking.filter((id) => id !== leaver),
          })),
        });
        const roomier = instance.placements.map((one, at) =>
          at === which % instance.placements.length ? { ...one, seats: one.seats + 1 } : one,
        );
        const after = stable({ ...instance, placements: roomier });
        for (const { id } of instance.students) {
          if (id !== leaver) expect(got(instance, without, id)).toBeLessThanOrEqual(got(instance, before, id));
          expect(got(instance, after, id)).toBeLessThanOrEqual(got(instance, before, id));
        }
      }),
      RUNS,
    );
  });

  it("T10: several seats are as good as so many placements with one each (property)", () => {
    fc.assert(
      fc.property(strict, (instance) => {
        const clones = new Map(
          instance.placements.map(({ id, seats }) => [id, Array.from({ length: seats }, (_, at) => `${id}#${at}`)]),
        );
        const cloned = stable({
          students: instance.students.map(({ id, ranking }) => ({
            id,
            ranking: ranking.flat().flatMap((place) => clones.get(place) ?? []),
          })),
          placements: instance.placements.flatMap(({ id, ranking }) =>
            (clones.get(id) ?? []).map((clone) => ({ id: clone, seats: 1, ranking })),
          ),
        });
        const merged = cloned.map(({ student, placement }) => ({ student, placement: placement.split("#")[0] ?? "" }));
        expect(merged).toEqual(stable(instance));
      }),
      RUNS,
    );
  });

  it("T11: with common strict scores it is the greedy plan (property)", () => {
    fc.assert(
      fc.property(anyInstance({ students: 8, placements: 5 }), (instance) => {
        const pairs = instance.pairs.map((pair, at) => ({
          ...pair,
          weight: 10 * ((at * 37) % 101) + Math.floor(at / 101),
        }));
        const left = new Map(instance.placements.map(({ id, seats }) => [id, seats]));
        const greedy = new Map<string, string>();
        for (const { student, placement } of [...pairs].sort((a, b) => b.weight - a.weight)) {
          const seats = left.get(placement) ?? 0;
          if (greedy.has(student) || seats === 0) continue;
          greedy.set(student, placement);
          left.set(placement, seats - 1);
        }
        const plan = stable({ ...instance, pairs });
        expect(new Map(plan.map(({ student, placement }) => [student, placement]))).toEqual(
          new Map([...greedy].sort()),
        );
      }),
      RUNS,
    );
  });

  it("T12: is weakly stable for every seed (property)", () => {
    fc.assert(
      fc.property(tied, fc.integer(), (instance, seed) => {
        expect(blockedBy(instance, stable(instance, seed))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe("the blocking pairs that an answer names", () => {
  it("are those of the definition in a stable and in a balanced plan, and a tie blocks nothing (property)", () => {
    fc.assert(
      fc.property(tied, fc.constantFrom("stable", "balanced"), fc.integer(), (ranked, mode, seed) => {
        const pairs = ranked.students.flatMap(({ id }) =>
          ranked.placements.map((placement) => ({ student: id, placement: placement.id, weight: 1 })),
        );
        const { assignment, blockingPairs } = solved({ ...ranked, pairs }, mode, seed);
        const named = blockedBy(ranked, assignment);
        expect(blockingPairs).toHaveLength(named.length);
        expect(blockingPairs).toEqual(expect.arrayContaining(named));
      }),
      RUNS,
    );
  });
});

/** Every strict list of some of these, 16 for three. */
function everyList(ids: readonly string[]): string[][] {
  return [[], ...ids.flatMap((id) => everyList(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]))];
}
