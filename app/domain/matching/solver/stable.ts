import type { MatchGraph } from "./graph";
import { emptyHolding, type Holding, sit, stand } from "./holding";
import { isStronger, type Preferences, prefersEdge } from "./preferences";

/**
 * Student-proposing deferred acceptance with several seats (Gale and Shapley 1962): each student asks down their list,
 * each placement keeps the best it was asked by. The result has no blocking pair, is the best stable one for every
 * student, and no student gains by a false list (Roth 1982); it may place fewer than could be placed.
 */
export function deferredAcceptance(graph: MatchGraph, preferences: Preferences): Holding {
  const { students, start, place } = graph;
  const holding = emptyHolding(graph);
  const order = listOrder(graph, preferences);
  const asked = start.slice(0, students);
  const waiting = Int32Array.from({ length: students }, (_, at) => students - 1 - at);
  for (let left = students; left > 0; ) {
    const student = waiting[--left] as number;
    while ((asked[student] as number) < (start[student + 1] as number)) {
      const edge = order[asked[student] as number] as number;
      asked[student] = (asked[student] as number) + 1;
      const p = place[edge] as number;
      if ((holding.held[p] as number) < (holding.seats[p] as number)) {
        sit(holding, { student, edge, place: p });
        break;
      }
      const weakest = weakestHolder(holding, preferences, p);
      if (weakest < 0) continue;
      const theirs = { tier: preferences.placeTier[holding.edgeOf[weakest] as number] as number, student: weakest };
      if (!isStronger({ tier: preferences.placeTier[edge] as number, student }, theirs)) continue;
      stand(holding, weakest, p);
      sit(holding, { student, edge, place: p });
      waiting[left++] = weakest;
      break;
    }
  }
  return holding;
}

/** The holder a placement would give up first, -1 for an empty one. */
export function weakestHolder(holding: Holding, preferences: Preferences, place: number): number {
  let weakest = -1;
  let tier = Number.NEGATIVE_INFINITY;
  const base = holding.first[place] as number;
  for (let slot = base; slot < base + (holding.held[place] as number); slot += 1) {
    const student = holding.student[slot] as number;
    const theirs = preferences.placeTier[holding.edgeOf[student] as number] as number;
    if (theirs < tier || (theirs === tier && student < weakest)) continue;
    weakest = student;
    tier = theirs;
  }
  return weakest;
}

/** The edges of each row, the dearest to the student first. */
function listOrder(graph: MatchGraph, preferences: Preferences): Int32Array {
  const { students, start, place } = graph;
  const order = Int32Array.from(place, (_, edge) => edge);
  const compare = (a: number, b: number) => (prefersEdge(graph, preferences, a, b) ? -1 : 1);
  for (let s = 0; s < students; s += 1) {
    const row = order.subarray(start[s], start[s + 1]);
    if (!isSorted(row, compare)) row.sort(compare);
  }
  return order;
}

/** Lists by weight come sorted. */
function isSorted(row: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let at = 1; at < row.length; at += 1) if (compare(row[at - 1] as number, row[at] as number) > 0) return false;
  return true;
}
