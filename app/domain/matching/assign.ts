import { type Crowd, crowdsOf } from "./crowds";
import { solveBalanced } from "./solver/balanced";
import { graphOf, LARGEST_WEIGHT, type MatchGraph } from "./solver/graph";
import type { Prices } from "./solver/prices";

export type { Crowd };

/** A bipartite graph over positions 0..n-1, of students and of placements, in the order in which ties are broken. */
export interface AssignmentGraph {
  edgesOf: readonly (readonly Edge[])[];
  /** Free seats, at least 0. */
  seats: readonly number[];
  /** Points that a kept pair counts more in the total; 0 when absent. */
  stickiness?: number;
}

export interface Edge {
  place: number;
  weight: number;
  /** Whether the pair was in the plan before. */
  kept?: boolean;
}

export interface Assignment {
  /** Place of each student, -1 for none. */
  placeOf: number[];
  /** For each student without a place: students and seats that prove the crowd (Hall 1935). */
  crowds: Map<number, Crowd>;
  /** No lighter pair was used; null when nobody could be placed. */
  floor: number | null;
  prices: AssignmentPrices;
}

/**
 * The proof of the total: `students[s] + places[p] >= (weight + stickiness * kept) * scale + kept + bonus` on every edge of
 * at least the floor, with equality on the pairs chosen; zero for whoever is unplaced and whatever has a seat free. Whole
 * numbers.
 */
export interface AssignmentPrices {
  scale: number;
  bonus: number;
  students: number[];
  places: number[];
}

/**
 * The exact lexicographic best of (number placed, lowest weight, total weight, pairs kept). Pairs of the plan before
 * settle what is equal otherwise, and with stickiness what is nearly so. `ceiling` is the lowest weight of the pairs that
 * stay outside the graph: a higher floor in it would not raise the plan's.
 */
export function assign(given: AssignmentGraph, ceiling?: number): Assignment {
  const scale = scaleFor(given.edgesOf);
  const graph = toGraph(given, scale);
  const { standing, floor } = solveBalanced(graph, ceiling);
  const { holding, prices } = standing;
  return {
    placeOf: Array.from(holding.edgeOf, (edge) => (edge < 0 ? -1 : (graph.place[edge] as number))),
    crowds: crowdsOf(graph, holding),
    floor,
    prices: listed(prices, scale),
  };
}

/** One more than the pairs that could be kept; 1 without any. */
export function scaleFor(edgesOf: AssignmentGraph["edgesOf"]): number {
  return 1 + edgesOf.filter((edges) => edges.some(({ kept }) => kept)).length;
}

/** Weights are scaled so that all pairs kept together are worth less than one point. */
export function toGraph({ edgesOf, seats, stickiness = 0 }: AssignmentGraph, scale: number): MatchGraph {
  const edges = edgesOf.flatMap((row, student) => row.map((edge) => ({ ...edge, student })));
  const keeping = stickiness * scale + 1;
  const columns = {
    student: Int32Array.from(edges, ({ student }) => student),
    place: Int32Array.from(edges, ({ place }) => place),
    weight: Int32Array.from(edges, ({ weight }) => weight),
    bonus: Int32Array.from(edges, ({ weight, kept }) => weight * (scale - 1) + (kept ? keeping : 0)),
  };
  if (edges.some(({ weight }) => (Math.abs(weight) + stickiness) * scale > LARGEST_WEIGHT))
    throw new Error("Weights of a plan, scaled by the pairs to keep, are larger than the solver sums exactly.");
  return graphOf(columns, { students: edgesOf.length, seats: Int32Array.from(seats) });
}

export function listed({ bonus, student, place }: Prices, scale: number): AssignmentPrices {
  return { scale, bonus, students: [...student], places: [...place] };
}
