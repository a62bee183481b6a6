import type { MatchGraph } from "./solver/graph";
import type { Holding } from "./solver/holding";

/** These students, the unplaced one among them, may go nowhere but to these seats: one more student than seats. */
export interface Crowd {
  students: number;
  seats: number;
  /** Positions of the placements whose seats these are. */
  places: number[];
}

/**
 * Why a plan of the largest size leaves somebody out (Hall 1935): the placements that an unplaced student reaches by
 * asking, and by their holders moving on, are all full, and their holders may go nowhere else. Throws when a free seat is
 * in reach, because the plan was not of the largest size then.
 */
export function crowdsOf(graph: MatchGraph, holding: Holding): Map<number, Crowd> {
  const crowds = new Map<number, Crowd>();
  const closed: Closed[] = Array.from({ length: graph.placements }, () => null);
  for (let s = 0; s < graph.students; s += 1) {
    if ((holding.edgeOf[s] as number) >= 0 || graph.start[s] === graph.start[s + 1]) continue;
    const reached = reachedBy(s, { graph, holding, closed });
    const places = [...reached].sort((a, b) => a - b);
    const seats = places.reduce((sum, place) => sum + (graph.seats[place] as number), 0);
    crowds.set(s, { students: seats + 1, seats, places });
  }
  return crowds;
}

/** The set of full placements a placement is shut in. */
type Closed = ReadonlySet<number> | null;

function reachedBy(
  student: number,
  { graph, holding, closed }: { graph: MatchGraph; holding: Holding; closed: Closed[] },
): ReadonlySet<number> {
  const { start, place: places, seats } = graph;
  const reached = new Set<number>();
  const shut = new Set<ReadonlySet<number>>();
  const queue = [student];
  for (const waiting of queue)
    for (const place of places.subarray(start[waiting], start[waiting + 1])) {
      const around = closed[place];
      if (around) shut.add(around);
      if (around || reached.has(place)) continue;
      reached.add(place);
      const held = holding.held[place] as number;
      if (held < (seats[place] as number)) throw new Error("A free seat is in reach of a student without a place.");
      const first = holding.first[place] as number;
      queue.push(...holding.student.subarray(first, first + held));
    }
  for (const around of shut) for (const place of around) reached.add(place);
  for (const place of reached) closed[place] = reached;
  return reached;
}
