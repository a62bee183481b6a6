import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { enqueue } from "~db/jobs.server";
import { updateListing } from "~db/listing-desk.server";
import { lockListing } from "~db/listings.server";
import { withScope } from "~db/scope.server";

export interface ListingChange {
  listingId: string;
  /** Seats the host gives to this school, 0..9999; 0 keeps it listed and full. */
  seats: number;
  /** What the host reads about the review. */
  reviewNote: string;
}

/** A coordinator sets this school's seats and the note to the host. Students who have a place keep it. */
export async function changeListing(
  wiring: Wiring,
  actor: Actor,
  { listingId, seats, reviewNote }: ListingChange,
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const listing = await lockListing(tx, { schoolId, listingId });
    if (!listing) return refused("not_found");
    await updateListing(tx, { schoolId, listingId, seats, reviewNote, now });
    const reason = listing.seats === seats ? "" : `seats ${listing.seats} to ${seats}`;
    await recordAct(tx, { actor, noun: "listing", nounId: listingId, transition: "change", reason, now });
    await enqueue(tx, "sync-placement", { districtId, placementId: listing.placement_id });
    return done(null);
  });
}
