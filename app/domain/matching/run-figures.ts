import { fitOfWeight } from "./own-choice";
import type { PlanCounts } from "./plan-counts";
import type { PlannedPair } from "./plan-types";

export type WeighedPair = Pick<PlannedPair, "studentId" | "origin" | "weight">;

/**
 * How well students are placed, so that plans of all kinds can stand side by side: each student counts once, with the pair
 * that suits best, however many a slate gives them. Null where nobody has a fit.
 */
export interface FitFigures {
  /** Of fits: the lowest, the twentieth from below of a hundred, the middle. */
  floor: number | null;
  fifthPercentile: number | null;
  median: number | null;
  total: number;
}

/** What a plan of any kind comes to; the same words mean the same thing in each. */
export interface PlanFigures extends FitFigures {
  /** Students with a pair in the plan or on the way to a place already, and those who look and have none. */
  placed: number;
  withoutPlace: number;
  /** Pairs to decide about: more than students in a slate, and none that is approved. */
  pairs: number;
}

export function planFigures(
  pairs: readonly WeighedPair[],
  { proposed, underWay, withoutPlace }: Pick<PlanCounts, "proposed" | "underWay" | "withoutPlace">,
): PlanFigures {
  const open = pairs.filter(({ origin }) => origin !== "approved").length;
  return { placed: proposed + underWay, withoutPlace, pairs: open, ...fitFigures(pairs) };
}

export function fitFigures(pairs: readonly WeighedPair[]): FitFigures {
  const fits = [...bestFits(pairs).values()].sort((a, b) => a - b);
  const at = (share: number) => fits[Math.floor((fits.length - 1) * share)] ?? null;
  const total = fits.reduce((sum, fit) => sum + fit, 0);
  return { floor: at(0), fifthPercentile: at(0.05), median: at(0.5), total };
}

/** The best fit of each student who has one: that of the pair they count with. */
export function bestFits(pairs: readonly WeighedPair[]): Map<string, number> {
  return new Map(
    [...bestPairs(pairs)].flatMap(([id, { weight }]) => (weight === null ? [] : [[id, fitOfWeight(weight)] as const])),
  );
}

/**
 * The pair each student counts with wherever students are compared, by student id: of several the one that suits best, which
 * need not be the one they chose. Who is approved for a place counts with that, also where a slate looks on for them and
 * another kind of plan does not.
 */
export function bestPairs<Pair extends WeighedPair>(pairs: readonly Pair[]): Map<string, Pair> {
  const best = new Map<string, Pair>();
  for (const pair of pairs) {
    const rival = best.get(pair.studentId);
    if (!rival || isBetter(pair, rival)) best.set(pair.studentId, pair);
  }
  return best;
}

function isBetter(pair: WeighedPair, rival: WeighedPair): boolean {
  const isApproved = pair.origin === "approved";
  if (isApproved !== (rival.origin === "approved")) return isApproved;
  const fitOf = ({ weight }: WeighedPair) => (weight === null ? -1 : fitOfWeight(weight));
  return fitOf(pair) > fitOf(rival);
}
