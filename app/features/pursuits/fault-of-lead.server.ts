import { clearedBy } from "~/domain/clearance/cleared";
import type { PairIds } from "~/domain/matching/evidence";
import { listClearances } from "~db/clearances.server";
import { isForbiddenPair } from "~db/forbidden-pairs.server";
import { findListing } from "~db/listings.server";
import type { ScopeTx } from "~db/scope.server";

export type LeadFault = "relative_pair" | "mentor_not_clear";

/**
 * What about the lead mentor keeps a pair from being approved now, though a plan of before proposed it: they are a relative
 * or of the household of the student and nobody has decided about that, or a check of theirs did not come back clear. The
 * second gives way to a lock that stands by its reason (`isOverridden`), as in a plan.
 */
export async function faultOfLead(
  tx: ScopeTx,
  { schoolId, studentId, listingId, isOverridden }: PairIds & { schoolId: string; isOverridden: boolean },
): Promise<LeadFault | null> {
  const mentorId = (await findListing(tx, { schoolId, listingId }))?.lead_mentor_id;
  if (typeof mentorId !== "string") return null;
  if (await isForbiddenPair(tx, { schoolId, studentId, mentorId })) return "relative_pair";
  if (isOverridden) return null;
  // A check that failed does so to whatever day the stay lasts.
  const cleared = clearedBy(await listClearances(tx, { schoolId, mentorIds: [mentorId] }), null);
  return cleared === "not_clear" ? "mentor_not_clear" : null;
}
