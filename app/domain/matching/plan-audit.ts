import { capacityOf } from "./plan-edges";
import type { PlanAudit, PlanInput, PlannedPair, UnmatchedStudent } from "./plan-types";

/** The counts a coordinator reads above a plan. Scores are those of proposed, locked and approved pairs that have one. */
export function auditOf(plan: {
  input: PlanInput;
  assignments: readonly PlannedPair[];
  unmatched: readonly UnmatchedStudent[];
}): PlanAudit {
  const scores = plan.assignments.flatMap(({ score }) => score ?? []).sort((a, b) => a - b);
  const reasons: PlanAudit["unmatched"] = {};
  for (const { reason } of plan.unmatched) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    students: plan.input.students.length,
    placed: new Set(plan.assignments.map(({ studentId }) => studentId)).size,
    openSeats: plan.input.placements.reduce((sum, placement) => sum + capacityOf(placement, plan.input.mode), 0),
    floor: scores[0] ?? null,
    median: scores[Math.floor((scores.length - 1) / 2)] ?? null,
    total: scores.reduce((sum, score) => sum + score, 0),
    unmatched: reasons,
  };
}
