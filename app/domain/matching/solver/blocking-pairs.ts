import type { MatchGraph } from "./graph";
import type { Holding } from "./holding";
import type { Preferences } from "./preferences";
import { weakestHolder } from "./stable";

/**
 * Edges whose student would rather have that placement, which has a free seat or would rather have them than somebody it
 * holds: "justified envy" (weak stability, Irving 1994: somebody to whom both are equally dear envies nobody, however the
 * seed broke the tie). Students and seats of pairs that stay are outside the graph, so nobody envies them.
 */
export function blockingEdges(graph: MatchGraph, holding: Holding, preferences: Preferences): number[] {
  const { students, placements, start, place, seats } = graph;
  const { studentTier, placeTier } = preferences;
  const weakest = new Int32Array(placements);
  for (let p = 0; p < placements; p += 1) weakest[p] = weakestHolder(holding, preferences, p);
  const isStronger = (edge: number, holder: number) =>
    holder >= 0 && (placeTier[edge] as number) < (placeTier[holding.edgeOf[holder] as number] as number);
  const blocking: number[] = [];
  for (let student = 0; student < students; student += 1) {
    const own = holding.edgeOf[student] as number;
    for (let edge = start[student] as number; edge < (start[student + 1] as number); edge += 1) {
      if (own >= 0 && (studentTier[edge] as number) >= (studentTier[own] as number)) continue;
      const p = place[edge] as number;
      const isFree = (holding.held[p] as number) < (seats[p] as number);
      if (isFree || isStronger(edge, weakest[p] as number)) blocking.push(edge);
    }
  }
  return blocking;
}
