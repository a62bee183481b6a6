import { bestTotal } from "./best-total";
import { highestFloor } from "./floor";
import type { MatchGraph } from "./graph";
import type { Standing } from "./standing";

/** The free part of a plan, without the pairs that stay. */
export interface Balanced {
  standing: Standing;
  placed: number;
  /** Below it no pair was used; null when nobody could be placed. With a ceiling, at most that. */
  floor: number | null;
}

/**
 * The exact lexicographic best of (number placed, lowest weight, total value), with prices that prove the total. Pairs
 * that stay are taken out beforehand; their lowest weight is the `ceiling` of the floor.
 */
export function solveBalanced(graph: MatchGraph, ceiling = Number.POSITIVE_INFINITY): Balanced {
  const { placed, floor } = highestFloor(graph, ceiling);
  return { standing: bestTotal(graph, { placed, floor: floor ?? Number.NEGATIVE_INFINITY }), placed, floor };
}
