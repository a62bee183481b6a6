import { civilDate } from "~/clock";
import { type Actor, isCoordinator, type StudentActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isOver } from "~/domain/placement/is-over";
import { type PlacementKind, PURSUED_KINDS } from "~/domain/pursuit/gates";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { type ListingForSearch, listListingsForSearch, listOwnPursuitStates } from "~db/search-rows.server";
import { listWishedListingIds } from "~db/wishes.server";
import { type Fit, fitFor } from "./fit";
import { type ListingPlaces, placesOf } from "./listing-places";

const ENDED = ["declined", "completed", "not_taken", "expired", "withdrawn"];

export interface OpenListing {
  listing: ListingForSearch;
  places: ListingPlaces;
  /** Published now; a student keeps seeing what they went after when it is not, as long as its text was read at the school. */
  isListed: boolean;
  /** Its last day is behind the school's day: nobody can ask for it, however many seats there were. */
  isOver: boolean;
  /** What the student may read about the own fit; null for others. */
  fit: Fit | null;
  wished: boolean;
  /** The student's newest pursuit of it. */
  pursuit: { pursuitId: string; state: string } | null;
  /** May be asked for now with "I'd like this one". */
  mayAsk: boolean;
  /** The reader sees the match board. */
  seesBoard: boolean;
}

/** A listing of the own school for anybody who belongs to it. What is not published, or another school's, is not found. */
export async function openListing(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<OpenListing, "not_found">> {
  if (actor.kind !== "staff" && actor.kind !== "student" && actor.kind !== "guardian") return refused("not_found");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), timeZone);
    const [listing] = await listListingsForSearch(tx, { schoolId, listingId, on });
    if (!listing || listing.state === "in_review") return refused("not_found");
    const settings = await getSettings(tx, schoolId);
    const isPast = isOver(listing, on);
    const places = { ...placesOf(listing, settings), ...(isPast && { isOpen: false }) };
    const isListed = listing.state === "published";
    const own =
      actor.kind === "student" ? await readOwn(tx, actor, { listingId, now: wiring.clock.now() }) : NOT_A_STUDENT;
    const isRead = listing.reviewed_revision === listing.revision;
    if (!isListed && !(own.pursuit && isRead)) return refused("not_found");
    const isPursued = (PURSUED_KINDS as readonly PlacementKind[]).includes(listing.kind as PlacementKind);
    const isFree = own.pursuit === null || ENDED.includes(own.pursuit.state);
    return done({
      listing,
      places,
      isListed,
      isOver: isPast,
      ...own,
      mayAsk: actor.kind === "student" && isListed && !isPast && isPursued && isFree,
      seesBoard: isCoordinator(actor),
    });
  });
}

type Own = Pick<OpenListing, "fit" | "wished" | "pursuit">;
const NOT_A_STUDENT: Own = { fit: null, wished: false, pursuit: null };

async function readOwn(
  tx: ScopeTx,
  actor: StudentActor,
  { listingId, now }: { listingId: string; now: Date },
): Promise<Own> {
  const { schoolId, districtId, personId: studentId } = actor;
  const { students, placements, context } = await gatherEvidence(tx, {
    schoolId,
    districtId,
    now,
    studentId,
    listingIds: [listingId],
  });
  const [student] = students;
  const [placement] = placements;
  const pursuit = (await listOwnPursuitStates(tx, { schoolId, studentId })).find((row) => row.listing_id === listingId);
  const wished = await listWishedListingIds(tx, { schoolId, studentId });
  return {
    fit: student && placement ? fitFor({ student, placement, context }) : null,
    wished: wished.includes(listingId),
    pursuit: pursuit ? { pursuitId: pursuit.id, state: pursuit.state } : null,
  };
}
