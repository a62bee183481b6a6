import type { UnmatchedStudent } from "./plan-types";

/** Why somebody has no place, where other placements could open to them. */
const MAY_OPEN: readonly string[] = ["no_eligible_placement", "crowded_out"] satisfies UnmatchedStudent["reason"][];

/** Whether a longer way, or one rule less, could help: of a limit of the school and of a lock neither is to blame. */
export function mayOpen(reason: string): boolean {
  return MAY_OPEN.includes(reason);
}
