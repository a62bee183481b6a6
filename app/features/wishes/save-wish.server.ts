import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isOver } from "~/domain/placement/is-over";
import type { Wiring } from "~/wiring";
import { findListing } from "~db/listings.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { insertWish } from "~db/wishes.server";

/** A student saves a published listing of the own school for later, unless its last day has passed. Saving twice is saving once. */
export async function saveWish(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<{ saved: true }, "not_permitted" | "not_found" | "not_open">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const listing = await findListing(tx, { schoolId, listingId });
    if (listing?.state !== "published") return refused("not_found");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    if (isOver(listing, civilDate(now, timeZone))) return refused("not_open");
    await insertWish(tx, { schoolId, studentId, listingId });
    return done({ saved: true as const });
  });
}
