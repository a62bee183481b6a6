import { fitOfWeight, rankOfWeight } from "./own-choice";
import type { PlannedPair } from "./plan-types";

/** What a plan comes to in words that people read; weights are what the solver adds up. */
export interface PlanReach {
  /** Students with a placement. */
  placed: number;
  /** Pairs at a listing that the student saved or asked for, while such pairs stand above all others. */
  chosen: number;
  /** The ranks of these pairs above the lowest that a list has, so that chosen and steps are all ranks together. */
  steps: number;
  /**
   * The fit of the pair that weighs least: of those at a listing the student did not choose, where there are any, else of those lowest on a list. And the sum
   * of all fits. Pairs that stand against the rules have none.
   */
  floor: number | null;
  total: number;
}

export function reachOf(pairs: readonly Pick<PlannedPair, "studentId" | "weight">[]): PlanReach {
  const placed = new Set(pairs.map(({ studentId }) => studentId)).size;
  return reachOfWeights(
    placed,
    pairs.flatMap(({ weight }) => weight ?? []),
  );
}

/** The same where only the weights are at hand. */
export function reachOfWeights(placed: number, weights: readonly number[]): PlanReach {
  const ranks = weights.map(rankOfWeight);
  return {
    placed,
    chosen: ranks.filter((rank) => rank > 0).length,
    steps: ranks.reduce((sum, rank) => sum + Math.max(0, rank - 1), 0),
    floor: weights.length === 0 ? null : fitOfWeight(weights.reduce((least, weight) => Math.min(least, weight))),
    total: weights.reduce((sum, weight) => sum + fitOfWeight(weight), 0),
  };
}

/** How far a plan comes beyond another. */
export function reachBeyond(before: PlanReach, after: PlanReach): PlanReach {
  return {
    placed: after.placed - before.placed,
    chosen: after.chosen - before.chosen,
    steps: after.steps - before.steps,
    floor: before.floor === null || after.floor === null ? null : after.floor - before.floor,
    total: after.total - before.total,
  };
}
