import type { PlanAudit } from "./plan-types";

/** Where the students stood when a plan was made; the four groups add up to all of them. */
export interface PlanCounts {
  students: number;
  /** With a pair in the plan. */
  proposed: number;
  /** Suggested, approved or further with a placement, and so not planned again. */
  underWay: number;
  /** Not looking now. */
  resting: number;
  /** Looking, and without a pair. */
  withoutPlace: number;
  openSeats: number;
}

/** `settled` counts those under way; the engine knows them and the resting alike as opted out. */
export function countsOf(audit: PlanAudit, settled: number): PlanCounts {
  const { opted_out: optedOut = 0, ...missed } = audit.unmatched;
  return {
    students: audit.students,
    proposed: audit.placed,
    underWay: settled,
    resting: optedOut - settled,
    withoutPlace: Object.values(missed).reduce((sum, count) => sum + count, 0),
    openSeats: audit.openSeats,
  };
}
