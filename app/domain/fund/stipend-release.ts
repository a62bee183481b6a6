import type { PursuitState } from "../pursuit/lifecycle";
import type { Purpose } from "./purposes";

/** What the product knows about a student's internship. Hours and evaluations join this list when they are recorded. */
export type ReleaseFact = "placement_accepted" | "coordinator_confirmed";

/** The states of a pursuit that show its placement was accepted. One that is completed was: a stipend may be paid after the work. */
export const ACCEPTED_STATES: readonly PursuitState[] = ["accepted", "completed"];

/** What has to be true before money that was set aside is paid out. Data, so that another rule is another line. */
export const RELEASE_RULES: Readonly<Record<Purpose, readonly ReleaseFact[]>> = {
  transit: ["coordinator_confirmed"],
  tools: ["coordinator_confirmed"],
  clearance: ["coordinator_confirmed"],
  stipend: ["placement_accepted", "coordinator_confirmed"],
};

/** The facts of a rule that are still missing, whatever facts there are. */
export function missingFacts<Fact extends string>(rule: readonly Fact[], known: readonly Fact[]): Fact[] {
  return rule.filter((fact) => !known.includes(fact));
}
