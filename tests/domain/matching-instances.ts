import fc from "fast-check";
import type { Instance, InstancePair, InstanceTable } from "~/domain/matching/instance/instance";
import { readInstance } from "~/domain/matching/instance/read-instance";
import type { Solution } from "~/domain/matching/instance/solution";
import { solveInstance } from "~/domain/matching/instance/solve-instance";
import type { Mode } from "~/domain/matching/mode";
import { shuffled } from "./matching-cases";

/** What a generated instance may have. */
interface Shape {
  students: number;
  placements: number;
  constraints?: "none" | "locks and forbids";
  /** Few weights force ties; "whatever a file may say" has the largest either way, too. */
  weights?: "few" | "whatever a file may say";
}

/** An instance with pairs: everything is present, so that laws can change it. */
export type PairInstance = Required<Instance>;

/** The most that a file may say, either way. */
export const MOST_WEIGHT = 1_000_000_000;
/** From and to; negative ones are allowed. */
const fewWeights: [number, number][] = [
  [1, 2],
  [1, 5],
  [1, 100],
  [1, 10_000],
  [7, 7],
  [-3, 3],
];
const largestWeights: [number, number][] = [
  [-MOST_WEIGHT, MOST_WEIGHT],
  [MOST_WEIGHT - 10, MOST_WEIGHT],
];
/** More than one draw can tell apart, for ranges that are as wide as can be. */
const WIDE = 999_983;
/** How pairs lie: drawn one by one, all of them, everybody after one placement, in two halves that never meet. */
const pattern = fc.constantFrom("some", "some", "few", "all", "one wanted", "two halves");

/** Small instances with seats 0 to 3, empty lists, ties, disconnected parts and ids in no order. */
export function anyInstance({
  students,
  placements,
  constraints = "none",
  weights = "few",
}: Shape): fc.Arbitrary<PairInstance> {
  return fc
    .record({
      students: fc.integer({ min: 0, max: students }),
      placements: fc.integer({ min: 0, max: placements }),
      range: fc.constantFrom(...fewWeights, ...(weights === "few" ? [] : largestWeights)),
      pattern,
      seats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: placements, maxLength: placements }),
      salt: fc.nat(999),
      draws: fc.infiniteStream(fc.nat(WIDE)),
    })
    .map(({ students: n, placements: m, range: [least, most], pattern: how, seats, salt, draws }) => {
      const draw = (below: number) => (draws.next().value ?? 0) % below;
      const studentIds = Array.from({ length: n }, (_, at) => `s${(at * 7 + salt) % 997}`);
      const placementIds = Array.from({ length: m }, (_, at) => `p${(at * 5 + salt) % 991}`);
      const isPair = (s: number, p: number) => {
        if (how === "all") return true;
        if (how === "one wanted") return p === 0 || draw(5) === 0;
        if (how === "two halves") return s % 2 === p % 2 && draw(4) > 0;
        return draw(10) < (how === "few" ? 3 : 7);
      };
      const weightIn = (from: number, to: number) => {
        const width = to - from + 1;
        if (width <= WIDE) return from + draw(width);
        // The ends among them, where sums are largest.
        if (draw(4) === 0) return draw(2) === 0 ? from : to;
        return from + ((draw(WIDE) * 2003 + draw(2003)) % width);
      };
      const pairs: InstancePair[] = [];
      studentIds.forEach((student, s) => {
        placementIds.forEach((placement, p) => {
          if (isPair(s, p)) pairs.push({ student, placement, weight: weightIn(least, most) });
        });
      });
      const instance = {
        students: studentIds.map((id) => ({ id })),
        placements: placementIds.map((id, at) => ({ id, seats: seats[at] ?? 0 })),
        pairs,
        locks: [],
        forbids: [],
      };
      return constraints === "none" ? instance : constrained(instance, draw);
    });
}

/** A lock or two that can be kept, and a few forbidden pairs. */
function constrained(instance: PairInstance, draw: (below: number) => number): PairInstance {
  const left = new Map(instance.placements.map(({ id, seats }) => [id, seats]));
  const locks = new Map<string, string>();
  const forbids = [];
  for (const { student, placement } of instance.pairs) {
    const kind = draw(8);
    const seats = left.get(placement) ?? 0;
    if (kind === 0 && seats > 0 && !locks.has(student) && locks.size < 2) {
      locks.set(student, placement);
      left.set(placement, seats - 1);
    } else if (kind === 1 && locks.get(student) !== placement) forbids.push({ student, placement });
  }
  return { ...instance, locks: [...locks].map(([student, placement]) => ({ student, placement })), forbids };
}

export function tableOf(instance: Instance, mode: Mode = "balanced"): InstanceTable {
  const read = readInstance(instance, mode);
  if (!read.ok) throw new Error(`${read.fault.pointer} ${read.fault.problem}`);
  return read.value;
}

export function solved(instance: Instance, mode: Mode = "balanced", seed = 1): Solution {
  return solveInstance(tableOf(instance, mode), { mode, seed });
}

export interface Best {
  placed: number;
  floor: number | null;
  total: number;
}

/** Positive when the first is better: more placed, then the higher floor, then the larger total. */
export function compareBest(a: Best, b: Best): number {
  return a.placed - b.placed || (a.floor ?? 0) - (b.floor ?? 0) || a.total - b.total;
}

/** The lexicographic best by trying every plan that keeps locks and forbids. */
export function bestByEnumeration(instance: PairInstance): Best {
  const { students, placements, pairs, locks, forbids } = instance;
  const left = new Map(placements.map(({ id, seats }) => [id, seats]));
  const isForbidden = (pair: InstancePair) =>
    forbids.some(({ student, placement }) => student === pair.student && placement === pair.placement);
  const choices = students.map(({ id }) => {
    const lock = locks.find(({ student }) => student === id);
    const own = pairs.filter(({ student }) => student === id);
    return lock
      ? { locked: true, pairs: own.filter(({ placement }) => placement === lock.placement) }
      : { locked: false, pairs: own.filter((pair) => !isForbidden(pair)) };
  });
  let best: Best = { placed: 0, floor: null, total: 0 };
  const visit = (at: number, so: Best) => {
    const choice = choices[at];
    if (!choice) {
      if (compareBest(so, best) > 0) best = so;
      return;
    }
    for (const { placement, weight } of choice.pairs) {
      const seats = left.get(placement) ?? 0;
      if (seats === 0) continue;
      left.set(placement, seats - 1);
      visit(at + 1, {
        placed: so.placed + 1,
        floor: so.floor === null ? weight : Math.min(so.floor, weight),
        total: so.total + weight,
      });
      left.set(placement, seats);
    }
    if (!choice.locked) visit(at + 1, so);
  };
  visit(0, best);
  return best;
}

/** How many can be placed at all, one augmenting path at a time (Kuhn's algorithm), on one node for each seat. */
export function mostPlaced({ students, placements, pairs }: PairInstance): number {
  const seats = new Map(
    placements.map(({ id, seats: count }) => [id, Array.from({ length: count }, (_, at) => `${id}#${at}`)]),
  );
  const holder = new Map<string, string>();
  const seat = (student: string, tried: Set<string>): boolean => {
    for (const { placement } of pairs.filter((pair) => pair.student === student))
      for (const one of seats.get(placement) ?? []) {
        if (tried.has(one)) continue;
        tried.add(one);
        const other = holder.get(one);
        if (other === undefined || seat(other, tried)) {
          holder.set(one, student);
          return true;
        }
      }
    return false;
  };
  return students.filter(({ id }) => seat(id, new Set())).length;
}

/** The same instance with its rows in another order. */
export function shuffledInstance(instance: PairInstance, turn: number): PairInstance {
  return {
    students: shuffled(instance.students, turn),
    placements: shuffled(instance.placements, turn + 1),
    pairs: shuffled(instance.pairs, turn + 2),
    locks: shuffled(instance.locks, turn),
    forbids: shuffled(instance.forbids, turn),
  };
}
