import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import { listUnread } from "~/steps/present.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { enqueue } from "~db/jobs.server";
import { addReviewedMentors } from "~db/listing-desk.server";
import { lockListing } from "~db/listings.server";
import { lockPlacement } from "~db/placements.server";
import { findPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { markMentorsRead } from "~db/staff-tasks.server";

export type ReadMentorsRefusal = "not_permitted" | "not_found" | "names_changed";

/**
 * A coordinator has read whom the host named meanwhile for the placement of a pursuit: they have a seat from now on, without the
 * listing being published again to students, which a place that is full or paused must not be. What staff were asked to say while it waited says from now on that it can go on. `names_changed` when others are named
 * than the page showed; what somebody read a moment before is done.
 */
export async function readMentors(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, mentorIds }: { pursuitId: string; mentorIds: readonly string[] },
): Promise<Outcome<null, ReadMentorsRefusal>> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, ReadMentorsRefusal>> => {
    const pursuit = await findPursuit(tx, { schoolId, pursuitId });
    if (!pursuit) return refused("not_found");
    const { listing_id: listingId, organisation_id: organisationId, placement_id: placementId } = pursuit;
    // In the order of publishing. A host who edits at this moment waits, or was first and other names are there.
    await lockListing(tx, { schoolId, listingId });
    await lockPlacement(tx, { districtId, organisationId, placementId });
    const unread = (await listUnread(tx, pursuit)).map(({ mentorId }) => mentorId);
    if (unread.length === 0) return done(null);
    if (unread.some((id) => !mentorIds.includes(id))) return refused("names_changed");
    await addReviewedMentors(tx, { schoolId, listingId, mentorIds: unread });
    const evidence = unread.map((id) => `mentor ${id}`).join(", ");
    await recordAct(tx, {
      ...{ actor, noun: "listing", nounId: listingId, transition: "read_mentors", evidence },
      now: wiring.clock.now(),
    });
    await markMentorsRead(tx, { schoolId, listingId, mentorIds: unread });
    await enqueue(tx, "contact-hosts", { schoolId, listingId });
    return done(null);
  });
}
