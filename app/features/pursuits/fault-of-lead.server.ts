import type { PairIds } from "~/domain/matching/evidence";
import { isLeadClear } from "~/steps/is-lead-clear.server";
import { listPlacementMentors } from "~db/clearances.server";
import { listForbiddenMentors } from "~db/forbidden-pairs.server";
import { findListing } from "~db/listings.server";
import type { ScopeTx } from "~db/scope.server";

export type LeadFault = "relative_pair" | "mentor_not_clear";

/**
 * What about the lead mentor keeps a pair from being approved now, though a plan of before proposed it: they, or a back-up, are a
 * relative or of the household of the student and nobody has decided about that, or a check of the lead did not come back clear. The
 * second gives way to a lock that stands by its reason, as in a plan.
 */
export async function faultOfLead(
  tx: ScopeTx,
  { schoolId, studentId, listingId }: PairIds & { schoolId: string },
): Promise<LeadFault | null> {
  const listing = await findListing(tx, { schoolId, listingId });
  const mentorId = listing?.lead_mentor_id;
  if (!listing || typeof mentorId !== "string") return null;
  const { district_id: districtId, placement_id: placementId } = listing;
  const mentorIds = await listPlacementMentors(tx, { districtId, placementId });
  if ((await listForbiddenMentors(tx, { schoolId, studentId, mentorIds })).length > 0) return "relative_pair";
  return (await isLeadClear(tx, { schoolId, studentId, listingId, mentorId })) ? null : "mentor_not_clear";
}
