import type { MatchGraph } from "./graph";
import type { Holding } from "./holding";

/** Students and placements (1 for yes) that touch every edge; their students plus their seats are as many as are placed. */
export interface Cover {
  student: Uint8Array;
  place: Uint8Array;
}

/**
 * The cover that belongs to a plan of the largest size (Konig 1931, with seats): all that alternating paths from
 * students without a seat reach on the placements' side, and all that they do not reach on the students' side.
 */
export function coverOf(graph: MatchGraph, holding: Holding, { end }: { end: Int32Array }): Cover {
  const reached = reachedFrom(graph, holding, { end, from: unseated(holding) });
  return { student: reached.student.map((yes) => 1 - yes), place: reached.place };
}

export interface Reached {
  student: Uint8Array;
  place: Uint8Array;
}

/** Everybody and every placement on alternating paths from these students. */
export function reachedFrom(
  { students, placements, start, place }: MatchGraph,
  holding: Holding,
  { end, from }: { end: Int32Array; from: Iterable<number> },
): Reached {
  const reached: Reached = { student: new Uint8Array(students), place: new Uint8Array(placements) };
  const queue = new Int32Array(students);
  let tail = 0;
  for (const s of from) {
    queue[tail++] = s;
    reached.student[s] = 1;
  }
  for (let head = 0; head < tail; head += 1) {
    const s = queue[head] as number;
    for (let e = start[s] as number; e < (end[s] as number); e += 1) {
      const p = place[e] as number;
      if (reached.place[p]) continue;
      reached.place[p] = 1;
      const first = holding.first[p] as number;
      for (let slot = first; slot < first + (holding.held[p] as number); slot += 1) {
        const holder = holding.student[slot] as number;
        if (reached.student[holder]) continue;
        reached.student[holder] = 1;
        queue[tail++] = holder;
      }
    }
  }
  return reached;
}

function unseated({ edgeOf }: Holding): number[] {
  const students: number[] = [];
  edgeOf.forEach((edge, student) => {
    if (edge < 0) students.push(student);
  });
  return students;
}
