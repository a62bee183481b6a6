import type { MissingDatum, PairShares, Share } from "./shares";
import { type MatchWeights, PLACEMENT_PARTS, STUDENT_PARTS, WHOLE } from "./weights";

/** One named part of a score in whole basis points. Dislikes have negative points of 0. */
export interface ScorePart {
  key: string;
  points: number;
  /** The most this part can give. */
  of: number;
  missing: MissingDatum | null;
}

export interface PairScore {
  /** Harmonic mean of both directions, 0..10000: lists are ordered by it. Never a probability. */
  score: number;
  /** `u`: how well the placement suits the student. */
  forStudent: number;
  /** `v`: how well the student suits the placement. */
  forPlacement: number;
  /** Each side's points sum exactly to its score. */
  parts: { student: ScorePart[]; placement: ScorePart[] };
  /** What was not known of what counts, each once. */
  missing: MissingDatum[];
}

/** Both scores of a pair from its shares. Integers throughout: no order of adding changes a point. */
export function scoreOf(shares: PairShares, weights: MatchWeights): PairScore {
  const student = partsOf(STUDENT_PARTS, shares.student, weights.student);
  const placement = partsOf(PLACEMENT_PARTS, shares.placement, weights.placement);
  const liked = total(student);
  const penalty = Math.min(liked, Math.round((weights.dislikes * shares.dislikes) / WHOLE));
  if (penalty > 0) student.push({ key: "dislikes", points: -penalty, of: 0, missing: null });
  const forStudent = liked - penalty;
  const forPlacement = total(placement);
  const missing = [...student, ...placement].flatMap((part) => (part.of > 0 && part.missing) || []);
  return {
    score: harmonicMean(forStudent, forPlacement),
    forStudent,
    forPlacement,
    parts: { student, placement },
    missing: [...new Set(missing)],
  };
}

/** Rounded harmonic mean; 0 when both are. */
export function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : Math.round((2 * a * b) / (a + b));
}

/** How well a pair fits, 0..10000: seven tenths the student's side, three tenths the placement's, rounded. */
export function planFit({ forStudent, forPlacement }: { forStudent: number; forPlacement: number }): number {
  return Math.round((7 * forStudent + 3 * forPlacement) / 10);
}

/** Whole points whose sum is the rounded whole: floors first, then one more for the largest remainders, in part order. */
function partsOf<Key extends string>(
  keys: readonly Key[],
  shares: Readonly<Record<Key, Share>>,
  weights: Readonly<Record<Key, number>>,
): ScorePart[] {
  const exact = keys.map((key) => weights[key] * shares[key].share);
  const floors = exact.map((amount) => Math.floor(amount / WHOLE));
  const whole = Math.round(exact.reduce((sum, amount) => sum + amount, 0) / WHOLE);
  let left = whole - floors.reduce((sum, points) => sum + points, 0);
  const byRemainder = exact.map((amount, at) => ({ at, remainder: amount % WHOLE }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const extra = new Set<number>();
  for (const { at } of byRemainder) if (left-- > 0) extra.add(at);
  return keys.map((key, at) => ({
    key,
    points: (floors[at] ?? 0) + (extra.has(at) ? 1 : 0),
    of: weights[key],
    missing: shares[key].missing,
  }));
}

function total(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}
