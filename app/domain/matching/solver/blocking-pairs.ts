import type { MatchGraph } from "./graph";
import type { Holding } from "./holding";
import { isStronger, type Preferences, prefersEdge } from "./preferences";
import { weakestHolder } from "./stable";

/**
 * Edges whose student would rather have that placement, which has a free seat or would rather have them than somebody it
 * holds: "justified envy". Students and seats of pairs that stay are outside the graph, so nobody envies them.
 */
export function blockingEdges(graph: MatchGraph, holding: Holding, preferences: Preferences): number[] {
  const { students, placements, start, place, seats } = graph;
  const weakest = new Int32Array(placements);
  for (let p = 0; p < placements; p += 1) weakest[p] = weakestHolder(holding, preferences, p);
  const blocking: number[] = [];
  for (let student = 0; student < students; student += 1) {
    const own = holding.edgeOf[student] as number;
    for (let edge = start[student] as number; edge < (start[student + 1] as number); edge += 1) {
      if (edge === own || (own >= 0 && !prefersEdge(graph, preferences, edge, own))) continue;
      const p = place[edge] as number;
      const isFree = (holding.held[p] as number) < (seats[p] as number);
      const worst = weakest[p] as number;
      if (isFree) blocking.push(edge);
      else if (worst >= 0) {
        const theirs = { tier: preferences.placeTier[holding.edgeOf[worst] as number] as number, student: worst };
        if (isStronger({ tier: preferences.placeTier[edge] as number, student }, theirs)) blocking.push(edge);
      }
    }
  }
  return blocking;
}
