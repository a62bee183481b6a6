import { actInSchool, type MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayPostPlacement } from "~/domain/placement/policy";
import { keepOpen } from "~/steps/keep-open.server";
import type { Wiring } from "~/wiring";
import { listOwnListings } from "~db/offered-listings.server";
import { withinSchool, withScope } from "~db/scope.server";

/** A mentor says that their organisation's placement is still open at one school. */
export async function keepOwnOpen(
  wiring: Wiring,
  actor: MentorActor,
  { listingId }: { listingId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "wrong_state">> {
  if (!mayPostPlacement(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const listing = (await listOwnListings(tx, actor)).find(({ id }) => id === listingId);
    if (!listing) return refused("not_found");
    const host = actInSchool(actor, { schoolId: listing.school_id });
    const isKept = await withinSchool(tx, host, () => keepOpen(tx, { actor: host, listingId, now }));
    return isKept ? done(null) : refused("wrong_state");
  });
}
