import { harmonicMean, planFit } from "../score";
import type { PlacementColumns } from "./placement-columns";
import type { Row } from "./row";

/** Lists are ordered by the harmonic mean of both scores, plans count the fit of both. */
export type Measure = "score" | "fit";

/** Room for the best of one row after the other. */
export interface Best {
  measure: Measure;
  /** A heap of at most as many numbers as are asked for, lowest first; each is a measure and a place in the order of ids. */
  heap: Float64Array;
  size: number;
  /** The measures of what was found last, best first. */
  measures: Int32Array;
}

export function newBest(measure: Measure, most: number): Best {
  return { measure, heap: new Float64Array(most), size: 0, measures: new Int32Array(most) };
}

/** Places in the order of ids are under this, and measures times this stay exact. */
const IDS = 2 ** 32;

/**
 * The placements of a row with the highest measure, best first, ties by listing id: their positions. Exactly the first of
 * the whole row in that order. `ruledOut` are not counted.
 */
export function bestOfRow(best: Best, row: Row, columns: PlacementColumns, ruledOut?: ReadonlySet<number>): Int32Array {
  const { rank, byRank } = columns;
  const { count, place, forStudent, forPlacement } = row;
  const isByScore = best.measure === "score";
  best.size = 0;
  for (let at = 0; at < count; at += 1) {
    const p = place[at] as number;
    const u = forStudent[at] as number;
    const v = forPlacement[at] as number;
    const measure = isByScore ? harmonicMean(u, v) : planFit({ forStudent: u, forPlacement: v });
    const key = measure * IDS + (IDS - 1 - (rank[p] as number));
    const isIn = best.size < best.heap.length || key > (best.heap[0] as number);
    if (isIn && !ruledOut?.has(p)) keep(best, key);
  }
  const keys = best.heap.subarray(0, best.size).sort();
  return Int32Array.from({ length: best.size }, (_, at) => {
    const key = keys[best.size - 1 - at] as number;
    best.measures[at] = Math.floor(key / IDS);
    return byRank[IDS - 1 - (key % IDS)] as number;
  });
}

/** Puts a number in; when the heap is full the lowest goes. */
function keep(best: Best, key: number): void {
  const { heap } = best;
  if (best.size < heap.length) siftUp(heap, best.size++, key);
  else if (heap.length > 0) siftDown(heap, key);
}

function siftUp(heap: Float64Array, from: number, key: number): void {
  let hole = from;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if ((heap[parent] as number) <= key) break;
    heap[hole] = heap[parent] as number;
    hole = parent;
  }
  heap[hole] = key;
}

function siftDown(heap: Float64Array, key: number): void {
  let hole = 0;
  for (let child = 1; child < heap.length; child = 2 * hole + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
    if ((heap[child] as number) >= key) break;
    heap[hole] = heap[child] as number;
    hole = child;
  }
  heap[hole] = key;
}
