import { done, type Outcome } from "../outcome";
import type { Mode } from "./mode";
import { proposePlan } from "./plan";
import type { StudentWays } from "./plan-edges";
import type { Plan, PlanInput } from "./plan-types";
import { openWarmPlan, type WarmPlan, type WarmRefusal, wideRows } from "./warm-plan";

/**
 * A stable plan or a slate opened for questions. It has no prices to start from: a question that changes something makes
 * the whole plan anew, which is as exact and takes longer.
 */
export interface ColdPlan {
  input: PlanInput;
  plan: Plan;
  /** Every student with every eligible listing, also forbidden ones and those of fixed and resting students. */
  rows: ReadonlyMap<string, StudentWays>;
}

/** A plan of any kind opened for questions. */
export type OpenPlan = WarmPlan | ColdPlan;

export function isWarm(plan: OpenPlan): plan is WarmPlan {
  return "warm" in plan;
}

export function modeOf({ input }: Pick<OpenPlan, "input">): Mode {
  return input.mode ?? "balanced";
}

/** Opens a plan, the one given or the one its input makes. A balanced one that is not the best of its input is refused. */
export function openPlan(input: PlanInput, given?: Plan): Outcome<OpenPlan, WarmRefusal> {
  if (modeOf({ input }) === "balanced") return openWarmPlan(input, given);
  const proposed = given ? done(given) : proposePlan(input);
  if (!proposed.ok) return proposed;
  return done({ input, plan: proposed.value, rows: new Map(wideRows(input).map((row) => [row.student.id, row])) });
}
