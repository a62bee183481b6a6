import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import { keepOpen } from "~/steps/keep-open.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";

/** A coordinator who asked the host writes down that a listing is still open. */
export async function keepListingOpen(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<null, "not_permitted" | "wrong_state">> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) =>
    (await keepOpen(tx, { actor, listingId, now })) ? done(null) : refused("wrong_state"),
  );
}
