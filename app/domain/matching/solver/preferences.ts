import type { MatchGraph } from "./graph";

/**
 * Who prefers what, on every edge: a lower tier is better, equal tiers are a tie. All ties break by position, the seeded
 * order of the run: one order of students for all placements, one of placements for all students.
 */
export interface Preferences {
  studentTier: Int32Array;
  placeTier: Int32Array;
}

/** Both sides prefer the heavier pair. */
export function preferencesByWeight({ weight }: MatchGraph): Preferences {
  const tier = weight.map((w) => -w);
  return { studentTier: tier, placeTier: tier };
}

/** Whether the student of both edges would rather have the first. */
export function prefersEdge({ place }: MatchGraph, { studentTier }: Preferences, a: number, b: number): boolean {
  const difference = (studentTier[a] as number) - (studentTier[b] as number);
  return difference === 0 ? (place[a] as number) < (place[b] as number) : difference < 0;
}

/** A claim on a seat: the placement prefers the lower tier, then the lower student. */
export interface Claim {
  tier: number;
  student: number;
}

export function isStronger(a: Claim, b: Claim): boolean {
  return a.tier === b.tier ? a.student < b.student : a.tier < b.tier;
}
