import { civilDate, daysLater } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isOver } from "~/domain/placement/is-over";
import { isPursued } from "~/domain/pursuit/gates";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { findFreePlace, offerOf, refreshSearch, takePlace } from "~/steps/places.server";
import { tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findListing, lockListing } from "~db/listings.server";
import { findPursuit, insertPursuit, listStandingPursuits, lockStudent } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { faultOfSuggestion, type SuggestionFault } from "./fault-of-suggestion.server";

export type SuggestRefusal =
  | "not_permitted"
  | "not_found"
  | "not_open"
  | "already_live"
  | "too_many_live"
  | "no_place"
  | SuggestionFault;

export interface Suggestion {
  studentId: string;
  listingId: string;
  /** What the engine said of the pair, null where nobody asked it. */
  score: number | null;
}

/**
 * A coordinator approves a match the student never asked for. It takes a pursuit place and waits as `suggested`;
 * guardian and mentor hear nothing until the student says "I want to try this". A suggestion counts among the student's
 * live pursuits, so it never takes the student beyond the school's limit, and nothing is suggested to somebody who is not
 * looking or has a seat for those days.
 */
export async function suggestPursuit(
  wiring: Wiring,
  actor: Actor,
  input: Suggestion,
): Promise<Outcome<{ pursuitId: string }, SuggestRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, (tx) => suggestInScope(tx, wiring, actor, input));
}

/** The same within a transaction, for verbs that do more than that in it. The caller has asked whether the actor may. */
export async function suggestInScope(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StaffActor,
  input: Suggestion,
): Promise<Outcome<{ pursuitId: string }, SuggestRefusal>> {
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const { studentId, listingId } = input;
  if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
  const listing = await lockListing(tx, { schoolId, listingId });
  const placement = listing && (await findListing(tx, { schoolId, listingId }));
  if (!listing || !placement) return refused("not_found");
  if (listing.state !== "published" || !isPursued(placement.kind)) return refused("not_open");
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const on = civilDate(now, timeZone);
  if (isOver(placement, on)) return refused("not_open");
  const standing = await listStandingPursuits(tx, { schoolId, studentId });
  if (standing.some((pursuit) => pursuit.listing_id === listingId)) return refused("already_live");
  const fault = await faultOfSuggestion(tx, { studentId, placement, on });
  if (fault) return refused(fault);
  const settings = await getSettings(tx, schoolId);
  const live = standing.filter((pursuit) => pursuit.state !== "accepted");
  if (live.length >= settings.livePursuitLimit) return refused("too_many_live", { limit: settings.livePursuitLimit });
  const { seats } = await offerOf(tx, listing);
  const place = await findFreePlace(tx, { schoolId, listingId, seats, placesPerSeat: settings.placesPerSeat });
  if (place === null) return refused("no_place", { seats });
  const pursuitId = await insertPursuit(tx, {
    schoolId,
    studentId,
    listingId,
    organisationId: listing.organisation_id,
    state: "suggested",
    origin: "match",
    studentAskedAt: null,
    matchScore: input.score,
    approvedAt: now,
    expiresAt: daysLater(now, settings.suggestionDays),
    now,
  });
  await takePlace(tx, { schoolId, listingId, placeNo: place, pursuitId });
  await recordAct(tx, { actor, noun: "pursuit", nounId: pursuitId, transition: "suggest", to: "suggested", now });
  const pursuit = await findPursuit(tx, { schoolId, pursuitId });
  if (pursuit) await tellStudent(tx, { wiring, pursuit, event: "suggested", now });
  if (pursuit) await refreshSearch(tx, pursuit);
  return done({ pursuitId });
}
