import type { MatchContext } from "./context";
import type { StudentEvidence } from "./evidence";
import { planFit } from "./score";
import { WHOLE } from "./weights";

/**
 * One more than any fit: what a place that the student saved or asked for weighs more in a plan than its fit. So the worst
 * of them weighs more than the best of all others, whatever a school weighs.
 */
export const OWN_CHOICE = WHOLE + 1;

/** The listings that stand above all others of the student in a plan; none where the input is from before that was so. */
export function ownChoices(
  { requestedListingIds, wishedListingIds }: Pick<StudentEvidence, "requestedListingIds" | "wishedListingIds">,
  { ownChoiceFirst = false }: Pick<MatchContext, "ownChoiceFirst">,
): ReadonlySet<string> {
  return ownChoiceFirst ? new Set([...requestedListingIds, ...wishedListingIds]) : NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** What a pair weighs in a plan. */
export function planWeight(scores: { forStudent: number; forPlacement: number }, isOwnChoice: boolean): number {
  return planFit(scores) + (isOwnChoice ? OWN_CHOICE : 0);
}

/** The fit of a pair that weighs so much. */
export function fitOfWeight(weight: number): number {
  return isOwnChoiceWeight(weight) ? weight - OWN_CHOICE : weight;
}

export function isOwnChoiceWeight(weight: number): boolean {
  return weight >= OWN_CHOICE;
}
