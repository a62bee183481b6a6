import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { findFreePlace, takePlace } from "~/steps/places.server";
import { tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockListing } from "~db/listings.server";
import { findPursuit, insertPursuit, lockLivePursuits } from "~db/pursuits.server";
import { findStudent } from "~db/people.server";
import { getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type SuggestRefusal = "not_permitted" | "not_found" | "not_open" | "already_live" | "no_place";

/**
 * A coordinator approves a match the student never asked for. It takes a pursuit place and waits as `suggested`;
 * guardian and mentor hear nothing until the student says "I want to try this".
 */
export async function suggestPursuit(
  wiring: Wiring,
  actor: Actor,
  input: { studentId: string; listingId: string; score: number | null },
): Promise<Outcome<{ pursuitId: string }, SuggestRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const listing = await lockListing(tx, { schoolId, listingId: input.listingId });
    if (!listing) return refused("not_found");
    if (listing.state !== "published") return refused("not_open");
    if (!(await findStudent(tx, { schoolId, studentId: input.studentId }))) return refused("not_found");
    const live = await lockLivePursuits(tx, { schoolId, studentId: input.studentId });
    if (live.some((pursuit) => pursuit.listing_id === input.listingId)) return refused("already_live");
    const settings = await getSettings(tx, schoolId);
    const place = await findFreePlace(tx, { schoolId, listingId: listing.id, seats: listing.seats, placesPerSeat: settings.placesPerSeat });
    if (place === null) return refused("no_place", { seats: listing.seats });
    const pursuitId = await insertPursuit(tx, {
      schoolId,
      studentId: input.studentId,
      listingId: listing.id,
      organisationId: listing.organisation_id,
      state: "suggested",
      origin: "match",
      studentAskedAt: null,
      matchScore: input.score,
      approvedAt: now,
      expiresAt: daysLater(now, settings.suggestionDays),
      now,
    });
    await takePlace(tx, { schoolId, listingId: listing.id, placeNo: place, pursuitId });
    await recordAct(tx, { actor, noun: "pursuit", nounId: pursuitId, transition: "suggest", to: "suggested", now });
    const pursuit = await findPursuit(tx, { schoolId, pursuitId });
    if (pursuit) await tellStudent(tx, { wiring, pursuit, event: "suggested", now });
    return done({ pursuitId });
  });
}
