import type { Plan, PlanAudit } from "./plan-types";

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
