import { instantMs } from "../time";
import type { MatchContext } from "./context";
import type { PlacementEvidence, StudentEvidence } from "./evidence";
import { type BlockedMatch, type EligibleMatch, explained, type JudgedPair, judgePair } from "./pair";

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
  const pairs = asked.placements.map((placement) => judgePair(asked.student, placement, asked.context));
  return ranking(pairs, { limit: asked.limit, waiting: () => 0, idOf: ({ placement }) => placement.listingId });
}

/** The students for one placement by the harmonic mean of both scores, ties by who has been at the school longer, then by id. */
export function rankStudentsFor(asked: {
  placement: PlacementEvidence;
  students: readonly StudentEvidence[];
  context: MatchContext;
  limit?: number;
}): Ranking {
  const since = new Map(asked.students.map(({ id, waitingSince }) => [id, instantMs(waitingSince)]));
  const pairs = asked.students.map((student) => judgePair(student, asked.placement, asked.context));
  return ranking(pairs, {
    limit: asked.limit,
    waiting: ({ student }) => since.get(student.id) ?? 0,
    idOf: ({ student }) => student.id,
  });
}

interface RankRules {
  limit: number | undefined;
  waiting: (pair: JudgedPair) => number;
  idOf: (pair: JudgedPair) => string;
}

function ranking(pairs: readonly JudgedPair[], { limit, waiting, idOf }: RankRules): Ranking {
  const byId = (a: JudgedPair, b: JudgedPair) => compareIds(idOf(a), idOf(b));
  const scoreOf = ({ score }: JudgedPair) => score?.score ?? 0;
  const eligible = pairs.filter(({ score }) => score !== null);
  eligible.sort((a, b) => scoreOf(b) - scoreOf(a) || waiting(a) - waiting(b) || byId(a, b));
  const blocked = pairs.filter(({ score }) => score === null).sort(byId);
  return {
    ranked: eligible
      .slice(0, limit ?? eligible.length)
      .map(explained)
      .filter((match) => match.eligible),
    blocked: blocked.map(explained).filter((match) => !match.eligible),
    eligibleCount: eligible.length,
  };
}

/** By code unit, so that no locale of a machine changes an order. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
