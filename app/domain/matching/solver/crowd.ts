import { reachedFrom } from "./cover";
import type { MatchGraph } from "./graph";
import type { Holding } from "./holding";

/** These students, somebody without a seat among them, can go nowhere but to these placements: one more than seats. */
export interface Crowd {
  students: number[];
  places: number[];
  seats: number;
}

/** The witness that a student is crowded out of a plan of the largest size (Hall 1935). */
export function crowdAround(graph: MatchGraph, holding: Holding, student: number): Crowd {
  const reached = reachedFrom(graph, holding, { end: graph.start.subarray(1), from: [student] });
  const places = positionsOf(reached.place);
  return {
    students: positionsOf(reached.student),
    places,
    seats: places.reduce((sum, p) => sum + (graph.seats[p] as number), 0),
  };
}

function positionsOf(marks: Uint8Array): number[] {
  const found: number[] = [];
  marks.forEach((mark, at) => {
    if (mark) found.push(at);
  });
  return found;
}
