import { clearHeap, type Heap, newHeap, popSmallest, pushOrLower } from "./heap";
import { sit, stand } from "./holding";
import type { Standing } from "./standing";
import type { Ending } from "./tight-paths";

export interface RowSearch {
  heap: Heap;
  /** Length of the shortest known path to a placement, and what led there. */
  distance: Float64Array;
  byEdge: Int32Array;
  byStudent: Int32Array;
  reached: Int32Array;
}

export function newRowSearch(placements: number): RowSearch {
  return {
    heap: newHeap(placements),
    distance: new Float64Array(placements).fill(Number.POSITIVE_INFINITY),
    byEdge: new Int32Array(placements),
    byStudent: new Int32Array(placements),
    reached: new Int32Array(placements),
  };
}

/** Where the shortest path ends: at a free seat, or with somebody who leaves theirs, or with the source itself (both -1). */
export interface RowPath {
  length: number;
  free: number;
  leaver: number;
  reached: number;
}

/**
 * Dijkstra by reduced cost from students without a seat to the nearest free seat, not farther than `bound`. With
 * `leave` a holder whose own price the path would use up ends it as well: for them no place is as good. No placement
 * asks less than `cheapest`.
 */
export function searchRows(
  { graph, end, holding, prices }: Standing,
  search: RowSearch,
  given: { sources: Int32Array; bound: number; ending: Ending; cheapest: number },
): RowPath {
  const { start, place, value, ahead } = graph;
  const { heap, distance, byEdge, byStudent, reached } = search;
  const { held, seats, first, student: holder } = holding;
  const { bonus, student: a, place: b } = prices;
  const { cheapest } = given;
  const found: RowPath = { length: given.bound, free: -1, leaver: -1, reached: 0 };
  const relax = (s: number, from: number) => {
    const base = from + (a[s] as number) - bonus;
    const stop = end[s] as number;
    for (let e = start[s] as number; e < stop; e += 1) {
      if (base - (ahead[e] as number) + cheapest > found.length) break;
      const p = place[e] as number;
      const next = base - (value[e] as number) + (b[p] as number);
      if (next > found.length || next >= (distance[p] as number)) continue;
      const isFree = (held[p] as number) < (seats[p] as number);
      // At equal length a free seat goes before somebody who would leave.
      if (next === found.length && (!isFree || found.free >= 0)) continue;
      if (distance[p] === Number.POSITIVE_INFINITY) reached[found.reached++] = p;
      distance[p] = next;
      byEdge[p] = e;
      byStudent[p] = s;
      if (isFree) {
        found.length = next;
        found.free = p;
      } else pushOrLower(heap, p, next);
    }
  };
  for (const source of given.sources) relax(source, 0);
  while (heap.size > 0) {
    const p = popSmallest(heap);
    const from = distance[p] as number;
    if (from >= found.length) break;
    const slots = (first[p] as number) + (held[p] as number);
    for (let slot = first[p] as number; given.ending === "leave" && slot < slots; slot += 1) {
      const s = holder[slot] as number;
      if (from + (a[s] as number) >= found.length) continue;
      found.length = from + (a[s] as number);
      found.free = -1;
      found.leaver = s;
    }
    for (let slot = first[p] as number; slot < slots; slot += 1) relax(holder[slot] as number, from);
  }
  clearHeap(heap);
  return found;
}

/** What was reached before the path's end gets dearer, and all its holders are left with as much less. Forgets distances. */
export function raisePrices({ holding, prices }: Standing, { distance, reached }: RowSearch, found: RowPath): void {
  const { student: a, place: b } = prices;
  const { first, held, student: holder } = holding;
  for (let at = 0; at < found.reached; at += 1) {
    const p = reached[at] as number;
    const shift = found.length - (distance[p] as number);
    distance[p] = Number.POSITIVE_INFINITY;
    if (shift <= 0) continue;
    b[p] = (b[p] as number) + shift;
    const slots = (first[p] as number) + (held[p] as number);
    for (let slot = first[p] as number; slot < slots; slot += 1) {
      const s = holder[slot] as number;
      a[s] = (a[s] as number) - shift;
    }
  }
}

/** Everybody on the path moves one seat on; the last takes the free one, or that of whoever leaves. */
export function moveAlongRow({ graph, holding }: Standing, { byEdge, byStudent }: RowSearch, found: RowPath): void {
  const { edgeOf } = holding;
  let p = found.free;
  if (p < 0) {
    if (found.leaver < 0) return;
    p = graph.place[edgeOf[found.leaver] as number] as number;
    stand(holding, found.leaver, p);
  }
  for (;;) {
    const s = byStudent[p] as number;
    const old = edgeOf[s] as number;
    const from = old < 0 ? -1 : (graph.place[old] as number);
    if (from >= 0) stand(holding, s, from);
    sit(holding, { student: s, edge: byEdge[p] as number, place: p });
    if (from < 0) return;
    p = from;
  }
}
