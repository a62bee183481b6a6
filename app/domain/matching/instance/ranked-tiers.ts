import type { MatchGraph } from "../solver/graph";
import { type Preferences, preferencesByWeight } from "../solver/preferences";
import type { InstanceTable, PairColumns, Positions } from "./instance";
import type { SeededOrder } from "./seeded-order";

export interface Orders {
  students: SeededOrder;
  placements: SeededOrder;
}

/** Rankings in positions of the graph: from the other's position to the tier, null for somebody without a ranking. */
export interface RankedTiers {
  students: readonly (ReadonlyMap<number, number> | null)[];
  placements: readonly (ReadonlyMap<number, number> | null)[];
}

export function rankedTiers({ students, placements }: InstanceTable, orders: Orders): RankedTiers {
  const reorder = (own: SeededOrder, rankings: InstanceTable["students"]["rankings"], other: SeededOrder) =>
    Array.from(own.from, (at) => {
      const tiers = rankings[at];
      return tiers ? new Map(tiers.flatMap((tier, t) => tier.map((p) => [other.rank[p] as number, t] as const))) : null;
    });
  return {
    students: reorder(orders.students, students.rankings, orders.placements),
    placements: reorder(orders.placements, placements.rankings, orders.students),
  };
}

/** Whoever has a ranking accepts those in it alone. */
export function isAccepted({ students, placements }: RankedTiers, { student, place }: Positions): boolean {
  return (students[student]?.has(place) ?? true) && (placements[place]?.has(student) ?? true);
}

/** Preferences by ranking, by weight for those without one; somebody who is not in a ranking comes last. */
export function preferencesOf(graph: MatchGraph, tiers: RankedTiers): Preferences {
  const byWeight = preferencesByWeight(graph);
  const isPlain = (side: RankedTiers["students"]) => side.every((ranking) => ranking === null);
  if (isPlain(tiers.students) && isPlain(tiers.placements)) return byWeight;
  const { students, start, place } = graph;
  const studentTier = byWeight.studentTier.slice();
  const placeTier = byWeight.placeTier.slice();
  for (let s = 0; s < students; s += 1)
    for (let e = start[s] as number; e < (start[s + 1] as number); e += 1) {
      const p = place[e] as number;
      const own = tiers.students[s];
      const theirs = tiers.placements[p];
      if (own) studentTier[e] = own.get(p) ?? NOT_RANKED;
      if (theirs) placeTier[e] = theirs.get(s) ?? NOT_RANKED;
    }
  return { studentTier, placeTier };
}

/** After everybody in the ranking; `isAccepted` says that such a pair is not wanted at all. */
const NOT_RANKED = 2 ** 31 - 1;

/** Without pairs: everybody whom a student ranks and who ranks the student, all of weight zero. */
export function mutualPairs({ students, placements }: RankedTiers): PairColumns {
  const student: number[] = [];
  const place: number[] = [];
  students.forEach((ranking, s) => {
    for (const p of ranking?.keys() ?? []) {
      if (!(placements[p]?.has(s) ?? false)) continue;
      student.push(s);
      place.push(p);
    }
  });
  return {
    student: Int32Array.from(student),
    place: Int32Array.from(place),
    weight: new Int32Array(student.length),
  };
}
