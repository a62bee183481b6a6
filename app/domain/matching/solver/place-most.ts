import type { MatchGraph } from "./graph";
import { type Holding, sit } from "./holding";

/** Which edges count: those before `end` of their row, and of these only the ones `use` allows. */
export interface EdgeRange {
  end: Int32Array;
}

/**
 * Seats as many students as possible, starting from what is held (Hopcroft and Karp 1973, with several seats for each
 * placement): shortest alternating paths in rounds, each round disjoint ones. Whoever holds a seat keeps one.
 */
export function placeMost(graph: MatchGraph, holding: Holding, { end }: EdgeRange): void {
  seatGreedily(graph, holding, end);
  const search = newSearch(graph);
  while (layer(graph, holding, { end, search }) && augmentAll(graph, holding, { end, search }) > 0);
}

/** First come, first served, each on the first of their edges with a free seat. */
export function seatGreedily({ students, start, place }: MatchGraph, holding: Holding, end: Int32Array): void {
  const { edgeOf, held, seats } = holding;
  for (let student = 0; student < students; student += 1) {
    if ((edgeOf[student] as number) >= 0) continue;
    for (let edge = start[student] as number; edge < (end[student] as number); edge += 1) {
      const p = place[edge] as number;
      if ((held[p] as number) >= (seats[p] as number)) continue;
      sit(holding, { student, edge, place: p });
      break;
    }
  }
}

interface Search {
  /** Round of breadth-first search in which a placement was reached, -1 for not. */
  level: Int32Array;
  queue: Int32Array;
  /** Next edge of a student, next slot of a placement, so that a round looks at each once. */
  edgeAt: Int32Array;
  slotAt: Int32Array;
  path: Int32Array;
}

function newSearch({ students, placements }: MatchGraph): Search {
  return {
    level: new Int32Array(placements),
    queue: new Int32Array(students),
    edgeAt: new Int32Array(students),
    slotAt: new Int32Array(placements),
    path: new Int32Array(students + 1),
  };
}

interface Round {
  end: Int32Array;
  search: Search;
}

/** Breadth first from everybody without a seat, up to the round that finds a free seat. False when none does. */
function layer({ students, start, place }: MatchGraph, holding: Holding, { end, search }: Round): boolean {
  const { level, queue } = search;
  const { edgeOf, held, seats, first, student: holder } = holding;
  level.fill(-1);
  let tail = 0;
  for (let s = 0; s < students; s += 1) if ((edgeOf[s] as number) < 0) queue[tail++] = s;
  let found = false;
  for (let head = 0, depth = 0; head < tail && !found; depth += 1) {
    for (const stop = tail; head < stop; head += 1) {
      const s = queue[head] as number;
      for (let e = start[s] as number; e < (end[s] as number); e += 1) {
        const p = place[e] as number;
        if ((level[p] as number) >= 0) continue;
        level[p] = depth;
        if ((held[p] as number) < (seats[p] as number)) found = true;
        const from = first[p] as number;
        for (let slot = from; slot < from + (held[p] as number); slot += 1) queue[tail++] = holder[slot] as number;
      }
    }
  }
  return found;
}

function augmentAll(graph: MatchGraph, holding: Holding, round: Round): number {
  const { students, start } = graph;
  const { edgeAt, slotAt } = round.search;
  edgeAt.set(start.subarray(0, students));
  slotAt.fill(0);
  let augmented = 0;
  for (let s = 0; s < students; s += 1)
    if ((holding.edgeOf[s] as number) < 0 && augmentFrom(graph, holding, { ...round, student: s })) augmented += 1;
  return augmented;
}

/** Depth first along the layers from one student to a free seat; on success everybody on the path moves on. */
function augmentFrom({ place }: MatchGraph, holding: Holding, round: Round & { student: number }): boolean {
  const { end, search } = round;
  const { level, edgeAt, slotAt, path } = search;
  const { held, seats, first, student: holder } = holding;
  let depth = 0;
  path[0] = round.student;
  while (depth >= 0) {
    const s = path[depth] as number;
    const edge = edgeAt[s] as number;
    if (edge >= (end[s] as number)) {
      depth -= 1;
      if (depth >= 0) bump(slotAt, place[edgeAt[path[depth] as number] as number] as number);
      continue;
    }
    const p = place[edge] as number;
    if (level[p] !== depth) bump(edgeAt, s);
    else if ((held[p] as number) < (seats[p] as number)) {
      moveAlong(place, holding, { search, depth });
      return true;
    } else if ((slotAt[p] as number) < (held[p] as number)) {
      depth += 1;
      path[depth] = holder[(first[p] as number) + (slotAt[p] as number)] as number;
    } else bump(edgeAt, s);
  }
  return false;
}

/** The last student takes the free seat, everybody before them the seat of the next. */
function moveAlong(place: Int32Array, holding: Holding, { search, depth }: { search: Search; depth: number }): void {
  const { edgeAt, slotAt, path } = search;
  const { student: holder, edgeOf, slotOf } = holding;
  const last = path[depth] as number;
  const edge = edgeAt[last] as number;
  sit(holding, { student: last, edge, place: place[edge] as number });
  // A mover's old slot is taken by the student before, so no gap opens.
  for (let at = depth - 1; at >= 0; at -= 1) {
    const s = path[at] as number;
    const taken = edgeAt[s] as number;
    const p = place[taken] as number;
    const slot = (holding.first[p] as number) + (slotAt[p] as number);
    holder[slot] = s;
    edgeOf[s] = taken;
    slotOf[s] = slot;
    bump(slotAt, p);
  }
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}
