import { instantMs } from "../time";
import type { MatchContext } from "./context";
import type { PlacementEvidence, StudentEvidence } from "./evidence";
import { type BlockedMatch, type EligibleMatch, type Match, matchPair } from "./pair";

export interface Ranking {
  /** Best first, at most `limit`. */
  ranked: EligibleMatch[];
  /** All that may not be matched, with what stands in the way; by listing or student id. */
  blocked: BlockedMatch[];
  /** How many are eligible, shown or not. */
  eligibleCount: number;
}

/** The placements for one student by the harmonic mean of both scores, ties by listing id. */
export function rankPlacementsFor(asked: {
  student: StudentEvidence;
  placements: readonly PlacementEvidence[];
  context: MatchContext;
  limit?: number;
}): Ranking {
  const matches = asked.placements.map((placement) => matchPair(asked.student, placement, asked.context));
  return ranking(matches, { limit: asked.limit, waiting: () => 0, idOf: (match) => match.listingId });
}

/** The students for one placement by the harmonic mean of both scores, ties by who has waited longer, then by id. */
export function rankStudentsFor(asked: {
  placement: PlacementEvidence;
  students: readonly StudentEvidence[];
  context: MatchContext;
  limit?: number;
}): Ranking {
  const since = new Map(asked.students.map((student) => [student.id, instantMs(student.waitingSince)]));
  const matches = asked.students.map((student) => matchPair(student, asked.placement, asked.context));
  return ranking(matches, {
    limit: asked.limit,
    waiting: (match) => since.get(match.studentId) ?? 0,
    idOf: (match) => match.studentId,
  });
}

interface RankRules {
  limit: number | undefined;
  waiting: (match: Match) => number;
  idOf: (match: Match) => string;
}

function ranking(matches: readonly Match[], { limit, waiting, idOf }: RankRules): Ranking {
  const byId = (a: Match, b: Match) => compareIds(idOf(a), idOf(b));
  const ranked = matches.filter((match) => match.eligible);
  ranked.sort((a, b) => b.score.score - a.score.score || waiting(a) - waiting(b) || byId(a, b));
  const blocked = matches.filter((match) => !match.eligible).sort(byId);
  return { ranked: ranked.slice(0, limit ?? ranked.length), blocked, eligibleCount: ranked.length };
}

/** By code unit, so that no locale of a machine changes an order. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
