import { actInSchool, type MentorActor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { mayPostPlacement } from "~/domain/placement/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { listOwnListings } from "~db/offered-listings.server";
import { withinSchool, withScope } from "~db/scope.server";

/** What a host may do with an own listing: rest it, end it, or ask the school to read it again. */
export const OWN_MOVES = ["pause", "archive", "resubmit"] as const;
export type OwnMove = (typeof OWN_MOVES)[number];

/**
 * A mentor pauses, archives or offers again their organisation's placement at one school. The listing, read in the
 * organisation's scope, is the proof that the mentor may act in that school.
 */
export async function moveOwnListing(
  wiring: Wiring,
  actor: MentorActor,
  { listingId, move }: { listingId: string; move: OwnMove },
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  if (!mayPostPlacement(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const listing = (await listOwnListings(tx, actor)).find(({ id }) => id === listingId);
    if (!listing) return refused("not_found");
    const host = actInSchool(actor, { schoolId: listing.school_id });
    const payload = { districtId: actor.districtId, placementId: listing.placement_id };
    return withinSchool(tx, host, () =>
      advance(tx, {
        actor: host,
        noun: "listing",
        id: listing.id,
        move,
        met: [],
        notices: { index: () => enqueue(tx, "sync-placement", payload) },
        set: { updated_at: now.toISOString(), still_open_asked_at: null },
        now,
      }),
    );
  });
}
