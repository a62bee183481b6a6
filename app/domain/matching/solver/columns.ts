import type { MatchGraph } from "./graph";
import { highestAhead } from "./highest-ahead";

/**
 * Edges by placement: `edge[start[p]]` to `edge[start[p + 1]]`, exclusive, with the student and the value of each. The
 * values are copied here because a walk down a column would else fetch every one from another corner of the memory.
 */
export interface Columns {
  start: Int32Array;
  edge: Int32Array;
  student: Int32Array;
  value: Int32Array;
  /** The highest value from each slot to the end of its column. */
  ahead: Int32Array;
}

/** So many edges of a student in turn: fewer sort a column better, more keep to what the processor has at hand. */
const TURN = 8;

/** Everybody's first edges come first, then everybody's next: high values, which most walks are for, lie ahead. */
export function columnsOf({ students, placements, start: rows, place, value: values }: MatchGraph): Columns {
  const start = new Int32Array(placements + 1);
  for (let e = 0; e < place.length; e += 1) {
    const p = place[e] as number;
    start[p + 1] = (start[p + 1] as number) + 1;
  }
  for (let p = 0; p < placements; p += 1) start[p + 1] = (start[p + 1] as number) + (start[p] as number);
  const next = start.slice(0, placements);
  const edge = new Int32Array(place.length);
  const student = new Int32Array(place.length);
  const value = new Int32Array(place.length);
  let longest = 0;
  for (let s = 0; s < students; s += 1) longest = Math.max(longest, (rows[s + 1] as number) - (rows[s] as number));
  for (let rank = 0; rank < longest; rank += TURN)
    for (let s = 0; s < students; s += 1) {
      const from = (rows[s] as number) + rank;
      const to = Math.min(from + TURN, rows[s + 1] as number);
      for (let e = from; e < to; e += 1) {
        const p = place[e] as number;
        const at = next[p] as number;
        next[p] = at + 1;
        edge[at] = e;
        student[at] = s;
        value[at] = values[e] as number;
      }
    }
  return { start, edge, student, value, ahead: highestAhead(start, value) };
}
