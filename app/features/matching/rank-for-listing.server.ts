import type { Actor } from "~/domain/actor";
import { rankStudentsFor } from "~/domain/matching/rank";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { findListing } from "~db/listings.server";
import { listStudentNames } from "~db/matches.server";
import { withScope } from "~db/scope.server";

/** Rows shown of a ranking. */
const SHOWN = 30;

/** The students of the school for one listing, best first, each with its reasons; and what stands in the way of the rest. */
export async function rankForListing(wiring: Wiring, actor: Actor, input: { listingId: string }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const listing = await findListing(tx, { schoolId, listingId: input.listingId });
    if (!listing) return refused("not_found");
    const now = wiring.clock.now();
    const whole = await gatherEvidence(tx, { schoolId, districtId, now });
    const own = whole.placements.find((placement) => placement.listingId === input.listingId);
    const placement =
      own ?? (await gatherEvidence(tx, { schoolId, districtId, now, listingIds: [input.listingId] })).placements[0];
    if (!placement) return refused("not_found");
    const resting = new Set(whole.restingIds);
    const students = whole.students.filter((student) => !resting.has(student.id));
    const { context } = whole;
    const { ranked, blocked, eligibleCount } = rankStudentsFor({ placement, students, context, limit: SHOWN });
    const names = new Map((await listStudentNames(tx, schoolId)).map((student) => [student.id, student]));
    return done({
      listing: {
        id: listing.listing_id,
        title: listing.title,
        organisation: listing.organisation_name,
        mentor: listing.mentor_name,
        state: listing.state,
      },
      openPlaces: Math.max(0, placement.openPursuitPlaces),
      ranked,
      blocked,
      eligibleCount,
      names,
    });
  });
}
