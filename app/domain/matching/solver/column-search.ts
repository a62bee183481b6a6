import { type Columns, columnsOf } from "./columns";
import type { MatchGraph } from "./graph";
import { clearHeap, type Heap, newHeap, popSmallest, pushOrLower } from "./heap";
import { sit, stand } from "./holding";
import type { Standing } from "./standing";

export interface ColumnSearch {
  columns: Columns;
  heap: Heap;
  distance: Float64Array;
  /** The student who would leave this placement, and on which pair. */
  byStudent: Int32Array;
  byEdge: Int32Array;
  reached: Int32Array;
}

export function newColumnSearch(graph: MatchGraph, columns = columnsOf(graph)): ColumnSearch {
  const { placements } = graph;
  return {
    columns,
    heap: newHeap(placements),
    distance: new Float64Array(placements).fill(Number.POSITIVE_INFINITY),
    byStudent: new Int32Array(placements),
    byEdge: new Int32Array(placements),
    reached: new Int32Array(placements),
  };
}

/** Where the path ends: with a student without a seat who joins at `stop`, or where a price falls to zero (`joiner` -1). */
export interface ColumnPath {
  /** How much the sources' prices fall. */
  length: number;
  joiner: number;
  joinerEdge: number;
  stop: number;
  reached: number;
}

/**
 * Dijkstra by reduced cost from placements with a free seat over the students who would come, not farther than the
 * lowest price of a source. Students without a seat have to have price zero.
 */
export function searchColumns(
  { graph, end, holding, prices }: Standing,
  search: ColumnSearch,
  sources: readonly number[],
): ColumnPath {
  const { columns, heap, distance, byStudent, byEdge, reached } = search;
  const { place } = graph;
  const { student: a, place: b, bonus } = prices;
  const { edgeOf } = holding;
  const found: ColumnPath = { length: Number.POSITIVE_INFINITY, joiner: -1, joinerEdge: -1, stop: -1, reached: 0 };
  for (const source of sources) {
    if ((b[source] as number) < found.length) {
      found.length = b[source] as number;
      found.stop = source;
    }
    distance[source] = 0;
    reached[found.reached++] = source;
    pushOrLower(heap, source, 0);
  }
  while (heap.size > 0) {
    const p = popSmallest(heap);
    const from = distance[p] as number;
    if (from >= found.length) break;
    const base = from + (b[p] as number) - bonus;
    const last = columns.start[p + 1] as number;
    for (let at = columns.start[p] as number; at < last; at += 1) {
      if (base - (columns.ahead[at] as number) >= found.length) break;
      const s = columns.student[at] as number;
      const next = base + (a[s] as number) - (columns.value[at] as number);
      if (next >= found.length) continue;
      const e = columns.edge[at] as number;
      if (e >= (end[s] as number)) continue;
      const own = edgeOf[s] as number;
      if (own < 0) {
        found.length = next;
        found.joiner = s;
        found.joinerEdge = e;
        found.stop = p;
        continue;
      }
      const left = place[own] as number;
      if (next >= (distance[left] as number)) continue;
      if (distance[left] === Number.POSITIVE_INFINITY) reached[found.reached++] = left;
      distance[left] = next;
      byStudent[left] = s;
      byEdge[left] = e;
      const falling = next + (b[left] as number);
      if (falling < found.length) {
        found.length = falling;
        found.joiner = -1;
        found.stop = left;
      }
      pushOrLower(heap, left, next);
    }
  }
  clearHeap(heap);
  return found;
}

/** What was reached gets cheaper, and all its holders gain as much: with several seats all of them. Forgets distances. */
export function lowerPrices(
  { holding, prices }: Standing,
  { distance, reached }: ColumnSearch,
  found: ColumnPath,
): void {
  const { student: a, place: b } = prices;
  const { first, held, student: holder } = holding;
  for (let at = 0; at < found.reached; at += 1) {
    const p = reached[at] as number;
    const shift = found.length - (distance[p] as number);
    distance[p] = Number.POSITIVE_INFINITY;
    if (shift <= 0) continue;
    b[p] = (b[p] as number) - shift;
    const slots = (first[p] as number) + (held[p] as number);
    for (let slot = first[p] as number; slot < slots; slot += 1) {
      const s = holder[slot] as number;
      a[s] = (a[s] as number) + shift;
    }
  }
}

/** Everybody on the path moves one placement nearer to the source. */
export function moveAlongColumn(
  { graph, holding }: Standing,
  { byStudent, byEdge }: ColumnSearch,
  { found, source }: { found: ColumnPath; source: number },
): void {
  // Everybody on the path leaves before anybody sits: only the source has a seat free.
  for (let p = found.stop; p !== source; p = graph.place[byEdge[p] as number] as number)
    stand(holding, byStudent[p] as number, p);
  for (let p = found.stop; p !== source; ) {
    const edge = byEdge[p] as number;
    const to = graph.place[edge] as number;
    sit(holding, { student: byStudent[p] as number, edge, place: to });
    p = to;
  }
  if (found.joiner >= 0) sit(holding, { student: found.joiner, edge: found.joinerEdge, place: found.stop });
}
