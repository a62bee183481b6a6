import type { PairIds } from "./evidence";
import { planWeight } from "./score";

/** A pair as a run stored it; the numbers are null for one that stands against the rules. */
export interface StoredPair extends PairIds {
  score: number | null;
  forStudent: number | null;
  forPlacement: number | null;
}

/** Of weights, which a plan goes by: the lowest, the twentieth from below of a hundred, the middle; null without one. */
export interface FitSpread {
  floor: number | null;
  fifthPercentile: number | null;
  median: number | null;
}

/** What a stored run comes to, by its pairs alone, so also when what it saw is gone. */
export interface RunFigures extends FitSpread {
  placed: number;
  pairs: number;
  /** Of weights, which a plan makes as large as it can. */
  total: number;
}

export function runFigures(pairs: readonly StoredPair[]): RunFigures {
  const weights = pairs.flatMap(({ forStudent, forPlacement }) =>
    forStudent === null || forPlacement === null ? [] : planWeight({ forStudent, forPlacement }),
  );
  return {
    placed: new Set(pairs.map(({ studentId }) => studentId)).size,
    pairs: pairs.length,
    ...fitSpread(weights),
    total: weights.reduce((sum, weight) => sum + weight, 0),
  };
}

export function fitSpread(weights: readonly number[]): FitSpread {
  const sorted = [...weights].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? null;
  return { floor: at(0), fifthPercentile: at(0.05), median: at(0.5) };
}
