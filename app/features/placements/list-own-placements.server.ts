import type { MentorActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listOwnListings } from "~db/offered-listings.server";
import { listPlacements } from "~db/placements.server";
import { withScope } from "~db/scope.server";

/** The placements of a mentor's organisation, the newest first, each with where it stands at which school. */
export async function listOwnPlacements(wiring: Wiring, actor: MentorActor) {
  return withScope(wiring, actor, async (tx) => {
    const listings = await listOwnListings(tx, actor);
    const placements = await listPlacements(tx, actor);
    return placements.map((placement) => ({
      ...placement,
      listings: listings.filter((listing) => listing.placement_id === placement.id),
    }));
  });
}
