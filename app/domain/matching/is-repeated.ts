import { proposePlan } from "./plan";
import type { Plan, PlanInput } from "./plan-types";

/** Whether the input makes the same plan again, byte for byte, with its rows in another order: solved a second time to see. */
export function isRepeated(plan: Plan, input: PlanInput): boolean {
  const again = proposePlan({
    ...input,
    students: [...input.students].reverse(),
    placements: [...input.placements].reverse(),
  });
  return again.ok && JSON.stringify(again.value) === JSON.stringify(plan);
}
