import { bestTotal } from "./best-total";
import { LARGEST_WEIGHT, type MatchGraph, withValues } from "./graph";
import { emptyHolding, type Holding, sit } from "./holding";
import type { Prices } from "./prices";
import { edgeTo, type Rows, rowsIn } from "./rows";
import type { Standing } from "./standing";
import { OPEN } from "./warm-aim";

/**
 * A solved plan that is ready for questions. Its graph counts a pair of the plan a little more than another of the same
 * weight, so that answers move as few as possible (`worthOf`).
 */
export interface Warm extends Omit<Rows, "graph"> {
  standing: Standing;
  placed: number;
  /** Null when nobody could be placed. */
  floor: number | null;
  /** Lowest weight of the pairs that stay outside the graph; infinite without. */
  ceiling: number;
  worth: Worth;
}

/** What a pair counts. With a scale of one (weights too large for more) pairs of the plan count like others. */
export interface Worth {
  scale: number;
  stickiness: number;
}

export function worthOf({ scale, stickiness }: Worth, { weight, kept }: { weight: number; kept: boolean }): number {
  if (scale === 1) return weight;
  return (weight + (kept ? stickiness : 0)) * scale + (kept ? 1 : 0);
}

/** A balanced plan: the best total on pairs of at least the floor, for the largest number placed. */
export interface SolvedGraph {
  /** Values are not looked at. */
  graph: MatchGraph;
  /** By student, -1 for none. */
  places: Int32Array;
  placed: number;
  floor: number | null;
  ceiling?: number;
  /** Points that a pair of the plan counts more; 0 when absent. */
  stickiness?: number;
}

/**
 * Makes a plan ready: prices in points, then in parts of a point. Prices that prove the total fit every plan of that
 * total, so they fit the one that is given.
 */
export function warmUp({ graph, places, placed, floor, ceiling, stickiness = 0 }: SolvedGraph): Warm {
  const worth = worthFor(graph, stickiness);
  const kept = new Uint8Array(graph.place.length);
  places.forEach((place, s) => {
    const own = edgeTo(graph, s, place);
    if (own >= 0) kept[own] = 1;
  });
  const isFine = worth.scale > 1;
  const inPoints = graph.weight.map((weight, e) => weight + (isFine && kept[e] ? stickiness : 0));
  const { prices, end } = bestTotal(withValues(graph, inPoints), { placed, floor: floor ?? OPEN });
  const value = graph.weight.map((weight, e) => worthOf(worth, { weight, kept: kept[e] === 1 }));
  const rows = rowsIn(withValues(graph, value));
  const holding = seated(rows.graph, places);
  const scaled: Prices = {
    bonus: prices.bonus * worth.scale,
    place: prices.place.map((price) => price * worth.scale),
    student: prices.student.map(
      (price, s) => price * worth.scale + (isFine && (holding.edgeOf[s] as number) >= 0 ? 1 : 0),
    ),
  };
  return {
    ...rows,
    standing: { graph: rows.graph, end, holding, prices: scaled },
    placed,
    floor,
    ceiling: ceiling ?? Number.POSITIVE_INFINITY,
    worth,
  };
}

function worthFor({ students, weight }: MatchGraph, stickiness: number): Worth {
  const scale = students + 1;
  let most = 0;
  for (const w of weight) if (w >= OPEN) most = Math.max(most, Math.abs(w));
  return { scale: (most + stickiness) * scale > LARGEST_WEIGHT ? 1 : scale, stickiness };
}

/** Everybody at their place while it has seats; each placement has a slot more than seats, for one more. */
export function seated(graph: MatchGraph, places: Int32Array): Holding {
  const holding = emptyHolding({ ...graph, seats: graph.seats.map((seats) => seats + 1) });
  holding.seats = holding.seats.map((slots, p) => Math.min(slots, graph.seats[p] as number));
  places.forEach((place, student) => {
    if (place < 0 || (holding.held[place] as number) >= (holding.seats[place] as number)) return;
    const edge = edgeTo(graph, student, place);
    if (edge >= 0) sit(holding, { student, edge, place });
  });
  return holding;
}

/** The placement of each student, -1 for none. */
export function placesIn({ graph, holding }: Standing): Int32Array {
  return holding.edgeOf.map((edge) => (edge < 0 ? -1 : (graph.place[edge] as number)));
}
