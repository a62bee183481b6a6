import type { PlacementEvidence, StudentEvidence } from "./evidence";
import { judgePair } from "./pair";
import type { PlanInput } from "./plan-types";
import { compareIds } from "./rank";
import type { ScorePart } from "./score";
import { bestOfRow, newBest } from "./scorer/best-of-row";
import { placementColumnsOf } from "./scorer/placement-columns";
import { newScorer, type Scorer, scoreRow } from "./scorer/score-row";

/** How many a run keeps for each student: more than a slate has, so that there is something to fall back on. */
const TOP_MATCHES = 10;

export interface StudentTop {
  studentId: string;
  /** Best first by the harmonic mean, as lists are. */
  top: TopMatch[];
}

interface TopMatch {
  listingId: string;
  score: number;
  forStudent: number;
  forPlacement: number;
  /** Each side sums exactly to its score. */
  parts: Record<"student" | "placement", { key: string; points: number }[]>;
}

/**
 * The best placements of everybody who looks for one, by student id: also of who is locked or has a place in view, and
 * whether the plan could give them or not.
 */
export function topMatches(input: PlanInput, most: number = TOP_MATCHES): StudentTop[] {
  const scorer = newScorer(placementColumnsOf(input.placements, input.context));
  const best = newBest("score", most);
  const ruledOut = positionsRuledOut(input, scorer);
  const resting = new Set(input.standing?.notLookingIds ?? input.optedOutStudentIds);
  return input.students
    .filter(({ id }) => !resting.has(id))
    .map((student) => {
      const row = scoreRow(scorer, student);
      const places = bestOfRow(best, row, scorer.columns, ruledOut.get(student.id));
      return { studentId: student.id, top: Array.from(places, (p) => topMatch(student, scorer, p)) };
    })
    .sort((a, b) => compareIds(a.studentId, b.studentId));
}

function positionsRuledOut({ forbids = [] }: PlanInput, { columns }: Scorer): Map<string, Set<number>> {
  const positions = new Map<string, Set<number>>();
  for (const { studentId, listingId } of forbids)
    positions.set(studentId, new Set([...(positions.get(studentId) ?? []), ...(columns.listed.get(listingId) ?? [])]));
  return positions;
}

/** With its parts, which only the few that are kept need. */
function topMatch(student: StudentEvidence, { columns }: Scorer, position: number): TopMatch {
  const placement = columns.placements[position] as PlacementEvidence;
  const judged = judgePair(student, placement, columns.context).score;
  if (!judged) throw new Error("The fast scorer found a pair eligible that is not.");
  const { score, forStudent, forPlacement, parts } = judged;
  const points = { student: pointsOf(parts.student), placement: pointsOf(parts.placement) };
  return { listingId: placement.listingId, score, forStudent, forPlacement, parts: points };
}

function pointsOf(parts: readonly ScorePart[]): { key: string; points: number }[] {
  return parts.map(({ key, points }) => ({ key, points }));
}
