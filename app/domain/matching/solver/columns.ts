import type { MatchGraph } from "./graph";

/** Edges by placement: `edge[start[p]]` to `edge[start[p + 1]]`, exclusive, with the student of each. */
export interface Columns {
  start: Int32Array;
  edge: Int32Array;
  student: Int32Array;
}

export function columnsOf({ students, placements, start: rows, place }: MatchGraph): Columns {
  const start = new Int32Array(placements + 1);
  for (const p of place) start[p + 1] = (start[p + 1] as number) + 1;
  for (let p = 0; p < placements; p += 1) start[p + 1] = (start[p + 1] as number) + (start[p] as number);
  const next = start.slice(0, placements);
  const edge = new Int32Array(place.length);
  const student = new Int32Array(place.length);
  for (let s = 0; s < students; s += 1)
    for (let e = rows[s] as number; e < (rows[s + 1] as number); e += 1) {
      const p = place[e] as number;
      const at = next[p] as number;
      next[p] = at + 1;
      edge[at] = e;
      student[at] = s;
    }
  return { start, edge, student };
}
