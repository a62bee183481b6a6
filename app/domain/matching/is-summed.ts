import { harmonicMean } from "./score";

interface Summed {
  score: number;
  forStudent: number;
  forPlacement: number;
  parts: Record<"student" | "placement", readonly { points: number }[]>;
}

/** Whether what a page explains is what the engine counts: the parts of each side add up to it, and both sides give the score. */
export function isSummed({ score, forStudent, forPlacement, parts }: Summed): boolean {
  const sum = (side: readonly { points: number }[]) => side.reduce((total, { points }) => total + points, 0);
  return (
    sum(parts.student) === forStudent &&
    sum(parts.placement) === forPlacement &&
    harmonicMean(forStudent, forPlacement) === score
  );
}
