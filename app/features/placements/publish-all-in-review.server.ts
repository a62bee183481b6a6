import type { StaffActor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { mayPublishListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { listIdsInReview } from "~db/listing-desk.server";
import { withScope } from "~db/scope.server";
import { type Published, publishListings } from "./publish-listings.server";

/** A coordinator publishes every listing that waits, or every one that the words find in title or organisation. */
export async function publishAllInReview(
  wiring: Wiring,
  actor: StaffActor,
  { words }: { words: string },
): Promise<Outcome<Published, "not_permitted">> {
  if (!mayPublishListings(actor)) return refused("not_permitted");
  const listingIds = await withScope(wiring, actor, (tx) => listIdsInReview(tx, { schoolId: actor.schoolId, words }));
  return publishListings(wiring, actor, { listingIds });
}
