import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import { type ShownAbout, showAbout } from "~/steps/shown-about.server";
import type { Wiring } from "~/wiring";
import { findListing } from "~db/listings.server";
import { findAboutMentor } from "~db/mentor-about.server";
import { withScope } from "~db/scope.server";

/** What is said about the mentor who leads a listing of the school, and by whom, for staff who may say it. */
export async function openAboutMentor(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<{ mentorId: string; mentor: string; about: ShownAbout }, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const listing = await findListing(tx, { schoolId, listingId });
    const mentorId = listing?.lead_mentor_id;
    const row = mentorId ? await findAboutMentor(tx, { districtId, mentorId }) : undefined;
    if (!listing || !mentorId || !row) return refused("not_found");
    return done({ mentorId, mentor: listing.mentor_name ?? "", about: await showAbout(tx, row) });
  });
}
