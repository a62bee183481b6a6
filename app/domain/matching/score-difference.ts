import type { PairScore } from "./score";

/** How another pair of the same student differs: exact, in basis points; positive where the other one has more. */
export interface ScoreDifference {
  /** Of the harmonic mean that orders lists. */
  score: number;
  /** Of the student's side; the parts sum to it. */
  forStudent: number;
  forPlacement: number;
  /** Parts of the student's side that differ, the largest difference first. */
  parts: { key: string; points: number }[];
}

export function scoreDifference(from: PairScore, to: PairScore): ScoreDifference {
  const points = (score: PairScore) => new Map(score.parts.student.map((part) => [part.key, part.points]));
  const [before, after] = [points(from), points(to)];
  const parts = [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, points: (after.get(key) ?? 0) - (before.get(key) ?? 0) }))
    .filter((part) => part.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.key < b.key ? -1 : 1));
  return {
    score: to.score - from.score,
    forStudent: to.forStudent - from.forStudent,
    forPlacement: to.forPlacement - from.forPlacement,
    parts,
  };
}
