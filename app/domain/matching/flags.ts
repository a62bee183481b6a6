import type { MatchContext } from "./context";
import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import { cautionsOf, fitWord } from "./explain";
import { isLedBy } from "./mentor-room";
import { isFirstTime } from "./mentor-years";
import { judgePair } from "./pair";

/** What makes a pair of a plan worth a second look, for the filters of the board. */
export const MATCH_FLAGS = ["low_fit", "long_travel", "first_time_mentor", "beyond_mentor", "changed"] as const;
export type MatchFlag = (typeof MATCH_FLAGS)[number];

interface FlagsIn {
  context: MatchContext;
  previous?: readonly PairIds[] | undefined;
  beyond?: ReadonlySet<string>;
}

/**
 * The flags of a pair, also of one that the rules exclude. `previous` are the pairs of the plan before; without one nothing
 * has changed. `beyond` are the mentors to whom the plan gives more students than they take.
 */
export function flagsOf(
  student: StudentEvidence,
  placement: PlacementEvidence,
  { context, previous = [], beyond = new Set() }: FlagsIn,
): MatchFlag[] {
  const { facts, score } = judgePair(student, placement, context);
  const cautions = score ? cautionsOf({ student, placement, facts, score }).map(({ code }) => code) : [];
  const isKept = previous.some((pair) => pair.studentId === student.id && pair.listingId === placement.listingId);
  const holds: Record<MatchFlag, boolean> = {
    low_fit: score === null || fitWord(score.score) === "possible",
    long_travel:
      cautions.includes("long_travel") ||
      cautions.includes("may_be_far") ||
      (facts.travel?.minutes ?? 0) > facts.travelLimitMinutes,
    first_time_mentor: isFirstTime(placement),
    beyond_mentor: isLedBy(beyond, placement),
    changed: previous.length > 0 && !isKept,
  };
  return MATCH_FLAGS.filter((flag) => holds[flag]);
}
