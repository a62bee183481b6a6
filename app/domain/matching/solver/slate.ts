import { type Balanced, solveBalanced } from "./balanced";
import { type MatchGraph, withValues } from "./graph";

/** A round: the balanced plan of what earlier rounds left. */
export interface SlateRound extends Balanced {
  /** The pairs and seats it had to choose from. */
  part: MatchGraph;
  /** By student: the edge of the graph that was asked for, and its placement; -1 for none. */
  edges: Int32Array;
  places: Int32Array;
}

export interface SlateRules {
  /** How many students each placement takes. */
  places: Int32Array;
  /** Whether a student sits out a round, from 0, for what they have already; absent for nobody. */
  isWaiting?: (student: number, round: number) => boolean;
  /** By round, the lowest weight of the pairs that stay: a higher floor would not raise the slate's. Absent for none. */
  ceilings?: readonly number[];
  /** Pairs of which each student may get only so many in all the rounds; absent for no such limit. */
  limited?: { left: Int32Array; isOne: (student: number, place: number) => boolean };
}

/**
 * One placement more for each student in each round, at each placement up to `places` students in all: everybody's first is
 * the balanced plan, everybody's second the balanced plan of what is left, and so on. So nobody gets a second place at the
 * cost of somebody's first. `graphs` are the same pairs for each round, which may be worth other values in each.
 */
export function slateOf(
  graphs: readonly MatchGraph[],
  { places: allowed, isWaiting, ceilings = [], limited }: SlateRules,
): SlateRound[] {
  const used = new Uint8Array(graphs[0]?.place.length ?? 0);
  const seats = allowed.slice();
  const left = limited?.left.slice();
  return graphs.map((graph, round) => {
    const isIn = (student: number) => !isWaiting?.(student, round);
    const isShut = (student: number, edge: number) =>
      used[edge] === 1 || (left?.[student] === 0 && limited?.isOne(student, graph.place[edge] as number) === true);
    const { part, whole } = onlyOpen({ ...graph, seats: seats.slice() }, { isIn, isShut });
    const plan = solveBalanced(part, ceilings[round]);
    const edges = plan.standing.holding.edgeOf.map((edge) => (edge < 0 ? -1 : (whole[edge] as number)));
    const places = edges.map((edge) => (edge < 0 ? -1 : (graph.place[edge] as number)));
    edges.forEach((edge, student) => {
      if (edge < 0) return;
      used[edge] = 1;
      const p = places[student] as number;
      seats[p] = (seats[p] as number) - 1;
      if (left && limited?.isOne(student, p)) left[student] = (left[student] as number) - 1;
    });
    return { ...plan, part, edges, places };
  });
}

function onlyOpen(
  graph: MatchGraph,
  { isIn, isShut }: { isIn: (student: number) => boolean; isShut: (student: number, edge: number) => boolean },
): { part: MatchGraph; whole: Int32Array } {
  const start = new Int32Array(graph.students + 1);
  const whole = new Int32Array(graph.place.length);
  let count = 0;
  for (let s = 0; s < graph.students; s += 1) {
    const stop = isIn(s) ? (graph.start[s + 1] as number) : (graph.start[s] as number);
    for (let e = graph.start[s] as number; e < stop; e += 1) if (!isShut(s, e)) whole[count++] = e;
    start[s + 1] = count;
  }
  const kept = whole.subarray(0, count);
  const pick = (column: Int32Array) => Int32Array.from(kept, (e) => column[e] as number);
  const weight = pick(graph.weight);
  const part = { ...graph, start, place: pick(graph.place), weight };
  if (graph.value === graph.weight) return { part: { ...part, value: weight, ahead: weight }, whole: kept };
  return { part: withValues(part, pick(graph.value)), whole: kept };
}
