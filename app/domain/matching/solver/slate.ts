import { solveBalanced } from "./balanced";
import type { MatchGraph } from "./graph";

/** Everybody's next pair, as edges of the graph that was asked for. */
export interface SlateRound {
  /** By student, -1 for none. */
  edges: Int32Array;
}

/**
 * Up to `perStudent` placements for each student, at each placement up to `places` students, in rounds: everybody's first
 * is the balanced plan, everybody's second the balanced plan of what is left, and so on. So nobody gets a second place at
 * the cost of somebody's first.
 */
export function slateOf(graph: MatchGraph, rules: { perStudent: number; places: Int32Array }): SlateRound[] {
  const used = new Uint8Array(graph.place.length);
  const seats = rules.places.slice();
  const taken: SlateRound[] = [];
  for (let round = 0; round < rules.perStudent; round += 1) {
    const { part, whole } = withoutUsed({ ...graph, seats }, used);
    const { standing } = solveBalanced(part);
    const edges = standing.holding.edgeOf.map((edge) => (edge < 0 ? -1 : (whole[edge] as number)));
    if (!edges.some((edge) => edge >= 0)) break;
    for (const edge of edges) {
      if (edge < 0) continue;
      used[edge] = 1;
      const p = graph.place[edge] as number;
      seats[p] = (seats[p] as number) - 1;
    }
    taken.push({ edges });
  }
  return taken;
}

function withoutUsed(graph: MatchGraph, used: Uint8Array): { part: MatchGraph; whole: Int32Array } {
  const start = new Int32Array(graph.students + 1);
  const whole = new Int32Array(graph.place.length);
  let count = 0;
  for (let s = 0; s < graph.students; s += 1) {
    for (let e = graph.start[s] as number; e < (graph.start[s + 1] as number); e += 1) if (!used[e]) whole[count++] = e;
    start[s + 1] = count;
  }
  const kept = whole.subarray(0, count);
  const pick = (column: Int32Array) => Int32Array.from(kept, (e) => column[e] as number);
  const weight = pick(graph.weight);
  const value = graph.value === graph.weight ? weight : pick(graph.value);
  return { part: { ...graph, start, place: pick(graph.place), weight, value }, whole: kept };
}
