import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import { showAbout } from "~/steps/shown-about.server";
import type { Wiring } from "~/wiring";
import { listActs } from "~db/audit.server";
import { findIntroductionOfMentor } from "~db/introductions.server";
import { findImportOfPlacement } from "~db/listing-desk.server";
import { findListing, listPlacementDays, listTakenPlaces } from "~db/listings.server";
import { findAboutMentor } from "~db/mentor-about.server";
import { countMentorSeats } from "~db/mentor-seats.server";
import { listPlacementBackups, listPlacementInterests } from "~db/placements.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findStillOpenAsked } from "~db/still-open.server";

/** One listing as a coordinator of the school reviews it, with the source of an imported row, and what is known of its lead mentor. */
export async function openListing(wiring: Wiring, actor: Actor, { listingId }: { listingId: string }) {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const listing = await findListing(tx, { schoolId, listingId });
    if (!listing) return refused("not_found");
    const key = { districtId: listing.district_id, placementId: listing.placement_id };
    const mentorId = listing.lead_mentor_id;
    const about = mentorId ? await findAboutMentor(tx, { districtId: key.districtId, mentorId }) : undefined;
    const timeZone = (await getSchool(tx, schoolId)).time_zone;
    const on = civilDate(wiring.clock.now(), timeZone);
    return done({
      listing,
      days: await listPlacementDays(tx, key),
      interests: await listPlacementInterests(tx, key),
      backups: await listPlacementBackups(tx, key),
      placesTaken: (await listTakenPlaces(tx, { schoolId, listingId })).length,
      importId: listing.source === null ? undefined : await findImportOfPlacement(tx, { schoolId, ...key }),
      acts: await listActs(tx, { schoolId, noun: "listing", nounId: listingId }),
      capacity: mentorId === null ? null : await countMentorSeats(tx, { schoolId, mentorId, on }),
      about: about ? await showAbout(tx, about) : null,
      introduction: mentorId === null ? undefined : await findIntroductionOfMentor(tx, { schoolId, mentorId }),
      stillOpenAskedAt: await findStillOpenAsked(tx, { schoolId, listingId }),
      timeZone,
    });
  });
}

export type ListingReview = Extract<Awaited<ReturnType<typeof openListing>>, { ok: true }>["value"];
