import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findListing } from "~db/listings.server";
import { withScope } from "~db/scope.server";
import { insertWish } from "~db/wishes.server";

/** A student saves a published listing of the own school for later. Saving twice is saving once. */
export async function saveWish(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<{ saved: true }, "not_permitted" | "not_found">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const listing = await findListing(tx, { schoolId, listingId });
    if (listing?.state !== "published") return refused("not_found");
    await insertWish(tx, { schoolId, studentId, listingId });
    return done({ saved: true as const });
  });
}
