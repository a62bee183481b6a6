import { highestAhead } from "./highest-ahead";

/**
 * A bipartite graph of eligible pairs in compressed rows. Students and placements are positions in canonical order;
 * each student's edges lie together, heaviest first, so that "all pairs of at least this weight" is a prefix.
 */
export interface MatchGraph {
  students: number;
  placements: number;
  /** Row of student s: edges `start[s]` to `start[s + 1]`, exclusive. */
  start: Int32Array;
  /** Placement of each edge. */
  place: Int32Array;
  /** What the floor is measured by; falls along a row. */
  weight: Int32Array;
  /** What the total sums: the weight, and where it was held before, the stickiness bonus. */
  value: Int32Array;
  /** The highest value from each edge to the end of its row; the values themselves where they fall along rows. */
  ahead: Int32Array;
  /** Free seats of each placement, at least 0. */
  seats: Int32Array;
}

/** Weights beyond this are refused: sums of dual paths have to stay exact in doubles (Number.MAX_SAFE_INTEGER). */
export const LARGEST_WEIGHT = 1_000_000_000;

/** Edges in any order: three columns of the same length. */
export interface EdgeColumns {
  student: Int32Array;
  place: Int32Array;
  weight: Int32Array;
  /** Added to the weight in the total; absent for none. */
  bonus?: Int32Array;
}

/** Sorts edges into rows, by falling weight, then by placement. Two edges of one pair are the caller's bug. */
export function graphOf(columns: EdgeColumns, sizes: { students: number; seats: Int32Array }): MatchGraph {
  const { students, seats } = sizes;
  const count = columns.student.length;
  const start = new Int32Array(students + 1);
  for (const student of columns.student) start[student + 1] = (start[student + 1] as number) + 1;
  for (let s = 0; s < students; s += 1) start[s + 1] = (start[s + 1] as number) + (start[s] as number);
  const next = start.slice(0, students);
  const order = new Int32Array(count);
  for (let e = 0; e < count; e += 1) {
    const student = columns.student[e] as number;
    order[next[student] as number] = e;
    next[student] = (next[student] as number) + 1;
  }
  const { place: places, weight: weights, bonus } = columns;
  const byWeight = (a: number, b: number) =>
    (weights[b] as number) - (weights[a] as number) || (places[a] as number) - (places[b] as number);
  const place = new Int32Array(count);
  const weight = new Int32Array(count);
  const value = bonus ? new Int32Array(count) : weight;
  for (let s = 0; s < students; s += 1) order.subarray(start[s], start[s + 1]).sort(byWeight);
  for (let e = 0; e < count; e += 1) {
    const from = order[e] as number;
    place[e] = places[from] as number;
    weight[e] = weights[from] as number;
    if (bonus) value[e] = (weights[from] as number) + (bonus[from] as number);
  }
  const ahead = bonus ? highestAhead(start, value) : value;
  return { students, placements: seats.length, start, place, weight, value, ahead, seats };
}

/** The same pairs, worth other values. */
export function withValues(graph: MatchGraph, value: Int32Array): MatchGraph {
  return { ...graph, value, ahead: highestAhead(graph.start, value) };
}

/** Where each row stops when only pairs of at least this weight count. */
export function rowEnds({ students, start, weight }: MatchGraph, atLeast: number): Int32Array {
  const end = new Int32Array(students);
  for (let s = 0; s < students; s += 1) {
    let low = start[s] as number;
    let high = start[s + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((weight[middle] as number) >= atLeast) low = middle + 1;
      else high = middle;
    }
    end[s] = low;
  }
  return end;
}

export function studentOfEdge({ students, start }: MatchGraph, edge: number): number {
  let low = 0;
  let high = students - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((start[middle] as number) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}
