import { studentsToPlace } from "./plan-edges";
import type { PlanInput } from "./plan-types";
import { compareIds, rankPlacementsFor } from "./rank";
import type { ScorePart } from "./score";

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

/** The best placements of everybody a plan looks for, by student id, whether the plan could give them or not. */
export function topMatches(input: PlanInput, most: number = TOP_MATCHES): StudentTop[] {
  const { placements, context, forbids = [] } = input;
  return studentsToPlace(input)
    .map((student) => {
      const ruledOut = new Set(forbids.flatMap((pair) => (pair.studentId === student.id ? pair.listingId : [])));
      const open = placements.filter(({ listingId }) => !ruledOut.has(listingId));
      const { ranked } = rankPlacementsFor({ student, placements: open, context, limit: most });
      const top = ranked.map(({ listingId, score: { score, forStudent, forPlacement, parts } }) => ({
        listingId,
        score,
        forStudent,
        forPlacement,
        parts: { student: pointsOf(parts.student), placement: pointsOf(parts.placement) },
      }));
      return { studentId: student.id, top };
    })
    .sort((a, b) => compareIds(a.studentId, b.studentId));
}

function pointsOf(parts: readonly ScorePart[]): { key: string; points: number }[] {
  return parts.map(({ key, points }) => ({ key, points }));
}
