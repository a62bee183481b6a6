import type { Mode } from "../mode";
import { compareIds } from "../rank";
import type { Balanced } from "../solver/balanced";
import type { PairOfIds, Positions } from "./instance";
import type { Problem } from "./problem";
import type { UnmatchedReason } from "./unmatched-reason";

/** The answer in ids. Lists are by student, then placement, in code-unit order; an object keeps its own order of keys, whole numbers first. */
export interface Solution {
  mode: Mode;
  assignment: PairOfIds[];
  objective: Objective;
  /** The proof of a balanced plan's total, over what is free; null in other modes. */
  certificate: SolutionCertificate | null;
  blockingPairs: PairOfIds[];
  unmatched: { student: string; reason: UnmatchedReason }[];
}

export interface Objective {
  /** Students with a placement. */
  placed: number;
  /** Lowest weight; null without pairs or when nobody is placed. */
  floor: number | null;
  /** Summed weights; null without pairs. */
  total: number | null;
}

/**
 * Prices so that `students[s] + placements[p] >= weight + bonus` on every free pair of at least the floor, with equality
 * on the plan's; zero for whoever is unplaced and whatever has a seat free.
 */
export interface SolutionCertificate {
  bonus: number;
  students: Record<string, number>;
  placements: Record<string, number>;
}

export interface WeighedPair extends Positions {
  weight: number | null;
}

/** The pairs of a holding, by student's position; edges of the problem's graph. */
export function pairsOfEdges({ graph, table }: Problem, edgeOf: Int32Array): WeighedPair[] {
  const pairs: WeighedPair[] = [];
  edgeOf.forEach((edge, student) => {
    if (edge < 0) return;
    const weight = table.pairs ? (graph.weight[edge] as number) : null;
    pairs.push({ student, place: graph.place[edge] as number, weight });
  });
  return pairs;
}

export function objectiveOf({ table }: Problem, pairs: readonly WeighedPair[]): Objective {
  const placed = new Set(pairs.map(({ student }) => student)).size;
  if (!table.pairs) return { placed, floor: null, total: null };
  let floor: number | null = null;
  let total = 0;
  for (const { weight } of pairs) {
    if (weight === null) continue;
    floor = floor === null ? weight : Math.min(floor, weight);
    total += weight;
  }
  return { placed, floor, total };
}

export function inIds({ orders }: Problem, pairs: readonly Positions[]): PairOfIds[] {
  return pairs
    .map(({ student, place }) => ({
      student: orders.students.ids[student] as string,
      placement: orders.placements.ids[place] as string,
    }))
    .sort((a, b) => compareIds(a.student, b.student) || compareIds(a.placement, b.placement));
}

/** Prices by id, in code-unit order; locked students are not part of the proof. */
export function certificateIn({ orders, locked }: Problem, { standing }: Balanced): SolutionCertificate {
  const locks = new Set(locked.map(({ student }) => student));
  const { bonus, student, place } = standing.prices;
  return {
    bonus,
    students: priceList(orders.students.ids, student, (at) => !locks.has(at)),
    placements: priceList(orders.placements.ids, place, () => true),
  };
}

function priceList(
  ids: readonly string[],
  prices: Float64Array,
  isFree: (at: number) => boolean,
): Record<string, number> {
  const entries = ids.flatMap((id, at) => (isFree(at) ? [[id, prices[at] as number] as const] : []));
  return Object.fromEntries(entries.sort(([a], [b]) => compareIds(a, b)));
}
