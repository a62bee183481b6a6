import type { MatchContext } from "./context";
import { type OwnWords, placeOnList } from "./own-list";
import { planFit } from "./score";
import { WHOLE } from "./weights";

/** One more than any fit: so whatever ranks higher weighs more in a plan, whatever a school weighs. */
export const OWN_CHOICE = WHOLE + 1;

/**
 * How a plan ranks the first place of a student's list; each further one ranks one lower, down to 1 for all that follow the
 * fifth. Chosen: weights times students have to stay whole numbers that the solver sums exactly, also for a school of ten
 * thousand.
 */
export const HIGHEST_RANK = 6;

/**
 * The listings that stand above all others of the student in a plan, each with its rank: 1 for all of them where the input is
 * from before the list had an order, none where it is from before any stood above others.
 */
export function ownRanks(
  student: OwnWords,
  context: Pick<MatchContext, "ownChoiceFirst" | "listInOrder">,
): ReadonlyMap<string, number> {
  if (!context.ownChoiceFirst) return NONE;
  const rankOf = (listingId: string) =>
    context.listInOrder ? Math.max(1, HIGHEST_RANK - placeOnList(student, listingId, context)) : 1;
  const { requestedListingIds, wishedListingIds } = student;
  return new Map([...requestedListingIds, ...wishedListingIds].map((listingId) => [listingId, rankOf(listingId)]));
}

const NONE: ReadonlyMap<string, number> = new Map();

/** What a pair weighs in a plan; `rank` is 0 for what the student did not choose. */
export function planWeight(scores: { forStudent: number; forPlacement: number }, rank: number): number {
  return planFit(scores) + OWN_CHOICE * rank;
}

/** The fit of a pair that weighs so much. */
export function fitOfWeight(weight: number): number {
  return weight % OWN_CHOICE;
}

/** The rank on the student's own list of the pair that weighs so much; 0 off it. */
export function rankOfWeight(weight: number): number {
  return Math.floor(weight / OWN_CHOICE);
}
