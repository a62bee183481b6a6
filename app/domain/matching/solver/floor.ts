import { type Cover, coverOf } from "./cover";
import { type MatchGraph, rowEnds } from "./graph";
import { copyHolding, emptyHolding, type Holding, stand } from "./holding";
import { placeMost } from "./place-most";

/** The largest number that can be placed, and the highest lowest weight with which that number can be. */
export interface Floor {
  placed: number;
  /** Null when nobody can be placed. */
  floor: number | null;
  /** A plan that has both. */
  holding: Holding;
}

/**
 * Bottleneck matching from above: a bound that no plan of this size can beat, as many students as it lets through, and
 * from the cover that proves them the most a lower bound, until all are through (Konig 1931 for the cover). `ceiling` is
 * the lowest weight of pairs that stay: a higher floor of the others would not raise the plan's.
 */
export function highestFloor(graph: MatchGraph, ceiling = Number.POSITIVE_INFINITY): Floor {
  const most = emptyHolding(graph);
  placeMost(graph, most, { end: rowEnds(graph, Number.NEGATIVE_INFINITY) });
  return floorFor(graph, { placed: most.placed, ceiling });
}

export interface FloorAim {
  /** The largest number that can be placed. */
  placed: number;
  ceiling: number;
  /** A floor that cannot be beaten, when one is known, and a plan to start from. */
  bound?: number;
  start?: Holding;
}

/** The floor of plans of this size, which has to be the largest there is. */
export function floorFor(graph: MatchGraph, { placed, ceiling, bound, start }: FloorAim): Floor {
  const holding = start ? copyHolding(start) : emptyHolding(graph);
  if (placed === 0) return { placed, floor: null, holding };
  let floor = Math.min(ceiling, bound ?? firstBound(graph, placed));
  if (start) dropBelow(graph, holding, floor);
  for (;;) {
    const end = rowEnds(graph, floor);
    placeMost(graph, holding, { end });
    if (holding.placed === placed) return { placed, floor, holding };
    const missing = placed - holding.placed;
    floor = openBound(graph, { from: end, cover: coverOf(graph, holding, { end }), missing });
  }
}

/** Takes the seats of pairs below this weight away. */
export function dropBelow({ students, weight, place }: MatchGraph, holding: Holding, floor: number): void {
  for (let s = 0; s < students; s += 1) {
    const edge = holding.edgeOf[s] as number;
    if (edge >= 0 && (weight[edge] as number) < floor) stand(holding, s, place[edge] as number);
  }
}

/** So many students have to have a pair of this weight, and so many seats. */
function firstBound(graph: MatchGraph, placed: number): number {
  const nothing = { student: new Uint8Array(graph.students), place: new Uint8Array(graph.placements) };
  return openBound(graph, { from: graph.start, cover: nothing, missing: placed });
}

/**
 * As many more as are missing have to sit on pairs that the cover leaves open, each another student on another seat:
 * the bound is the weight that so many open students, and so many seats, still have.
 */
function openBound(
  graph: MatchGraph,
  { from, cover, missing }: { from: Int32Array; cover: Cover; missing: number },
): number {
  const { students, placements, start, place, weight, seats } = graph;
  const ofStudent = new Int32Array(students);
  const ofPlace = new Int32Array(placements).fill(LOWEST);
  let open = 0;
  for (let s = 0; s < students; s += 1) {
    if (cover.student[s]) continue;
    const stop = start[s + 1] as number;
    let best = LOWEST;
    for (let e = from[s] as number; e < stop; e += 1) {
      const p = place[e] as number;
      if (cover.place[p]) continue;
      const w = weight[e] as number;
      if (best === LOWEST) best = w;
      if (w > (ofPlace[p] as number)) ofPlace[p] = w;
    }
    if (best !== LOWEST) ofStudent[open++] = best;
  }
  return Math.min(
    nthLargest(ofStudent.subarray(0, open), { n: missing }),
    nthLargest(ofPlace, { n: missing, times: seats }),
  );
}

/** Weighs a pair that is shut: lower than any floor, and last in its row. */
export const LOWEST = -(2 ** 31);

/** The n-th largest value, each counted once or so many times. */
function nthLargest(values: Int32Array, { n, times }: { n: number; times?: Int32Array }): number {
  const order = Float64Array.from(
    values,
    (value, at) => value * 2 ** 21 + (times ? Math.min(times[at] as number, 2 ** 20) : 1),
  );
  order.sort();
  let left = n;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const packed = order[at] as number;
    const value = Math.floor(packed / 2 ** 21);
    left -= packed - value * 2 ** 21;
    if (left <= 0 && value !== LOWEST) return value;
  }
  throw new Error("Fewer pairs are open than are missing: the number placed is too large.");
}
