import type { Plan, PlanAudit } from "./plan-types";
import type { Stop } from "./stops-now";

/** Where the students stood when a plan was made; the four groups add up to all of them. */
export interface PlanCounts {
  students: number;
  /** With a pair that the plan proposes or a lock holds. */
  proposed: number;
  /** Suggested, approved or further with a placement, and without a further proposal. */
  underWay: number;
  /** Not looking now. */
  resting: number;
  /** Looking, and without a pair. */
  withoutPlace: number;
  openSeats: number;
}

/** Those on the way to a place for whom a plan has nothing more. */
export interface UnderWay {
  settled: number;
  /** Those among them whose approved pair is in the plan: the engine counts them as placed, all others as opted out. */
  approved: number;
}

/** `settledIds` have a place in view and were not planned again. */
export function underWayIn({ assignments }: Plan, settledIds: readonly string[]): UnderWay {
  const idsOf = (pairs: Plan["assignments"]) => new Set(pairs.map(({ studentId }) => studentId));
  const proposed = idsOf(assignments.filter(({ origin }) => origin !== "approved"));
  const approved = [...idsOf(assignments)].filter((id) => !proposed.has(id));
  const settled = new Set([...approved, ...settledIds.filter((id) => !proposed.has(id))]);
  return { settled: settled.size, approved: approved.length };
}

export function countsOf(audit: PlanAudit, { settled, approved }: UnderWay): PlanCounts {
  const { opted_out: optedOut = 0, ...missed } = audit.unmatched;
  return {
    students: audit.students,
    proposed: audit.placed - approved,
    underWay: settled,
    resting: optedOut - (settled - approved),
    withoutPlace: Object.values(missed).reduce((sum, count) => sum + count, 0),
    openSeats: audit.openSeats,
  };
}

/** The same by now: of those who had a proposal or none, whoever stopped since is on the way to a place or rests. */
export function countsSince(
  counts: PlanCounts,
  {
    proposedIds,
    withoutPlaceIds,
    stops,
  }: { proposedIds: readonly string[]; withoutPlaceIds: readonly string[]; stops: ReadonlyMap<string, Stop> },
): PlanCounts {
  const stopped = (ids: readonly string[]) => [...new Set(ids)].filter((id) => stops.has(id));
  const proposed = stopped(proposedIds);
  const withoutPlace = stopped(withoutPlaceIds);
  const onTheWay = [...proposed, ...withoutPlace].filter((id) => stops.get(id) === "in_view").length;
  return {
    ...counts,
    proposed: counts.proposed - proposed.length,
    withoutPlace: counts.withoutPlace - withoutPlace.length,
    underWay: counts.underWay + onTheWay,
    resting: counts.resting + proposed.length + withoutPlace.length - onTheWay,
  };
}
