import type { PairIds, StudentEvidence } from "./evidence";
import type { PlanInput } from "./plan-types";

/** Whether the student would hear of the listing as a suggestion: they have not asked for it. */
export function isSuggestion({ requestedListingIds }: StudentEvidence, listingId: string): boolean {
  return !requestedListingIds.includes(listingId);
}

/** Pairs of a student that are suggestions. */
export function suggestionsIn(student: StudentEvidence, pairs: readonly PairIds[]): PairIds[] {
  return pairs.filter((pair) => pair.studentId === student.id && isSuggestion(student, pair.listingId));
}

/**
 * How many suggestions a plan may still give a student, next to those of their locks; infinite where the input names no
 * limit. A student at the school's limit of live pursuits may get what they have asked for and nothing else: what more the
 * plan proposed could not be approved.
 */
export function suggestionsLeft(
  { suggestionsLeft: limits = {}, locks = [] }: Pick<PlanInput, "suggestionsLeft" | "locks">,
  student: StudentEvidence,
): number {
  const limit = limits[student.id];
  return limit === undefined ? Number.POSITIVE_INFINITY : limit - suggestionsIn(student, locks).length;
}

/** Students who may get nothing but what they have asked for. */
export function studentsWithMost(input: PlanInput): StudentEvidence[] {
  const limited = Object.keys(input.suggestionsLeft ?? {});
  if (limited.length === 0) return [];
  return input.students.filter((student) => suggestionsLeft(input, student) <= 0);
}
