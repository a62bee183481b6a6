import fc from "fast-check";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { matchContext } from "../support/match-context";
import { ana, anyModeInput, clinic } from "./matching-cases";

/** Runs a law on every input that can be planned, in every mode; refused locks are the subject of their own tests. */
export function onEveryPlan(runs: { numRuns: number }, law: (plan: Plan, input: PlanInput) => void): void {
  fc.assert(
    fc.property(anyModeInput, (input) => {
      const outcome = proposePlan(input);
      fc.pre(outcome.ok);
      if (outcome.ok) law(outcome.value, input);
    }),
    runs,
  );
}

export const placement = (input: PlanInput, listingId: string) => {
  const found = input.placements.find((one) => one.listingId === listingId);
  if (!found) throw new Error(`No placement ${listingId}`);
  return found;
};

/** Ana and the clinic, which suit each other. */
export function two(): PlanInput {
  const placements = [clinic()];
  return { students: [ana()], placements, context: matchContext({ placements }), seed: 1 };
}

export function planOf(input: PlanInput): Plan {
  const outcome = proposePlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}
