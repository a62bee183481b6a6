import { civilDate } from "~/clock";
import type { Actor, SchoolActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isOver } from "~/domain/placement/is-over";
import { isPursued } from "~/domain/pursuit/gates";
import { mayRequestPursuit } from "~/domain/pursuit/policy";
import type { HowItCame } from "~/lifecycle.server";
import { askForEndorsement } from "~/steps/ask-for-endorsement.server";
import { askStaffForContact } from "~/steps/contact-host.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findListing } from "~db/listings.server";
import { findStudent } from "~db/people.server";
import { findPursuit, insertPursuit, listStandingPursuits, lockStudent } from "~db/pursuits.server";
import { getSchool, lockSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type RequestRefusal =
  | "not_permitted"
  | "not_found"
  | "not_open"
  | "staff_ask_for_this"
  | "already_asked"
  | "suggested_already"
  | "too_many_live";

/**
 * A student says "I'd like this one". Asking twice for the same listing answers `already_asked`; more than the school's
 * limit of live pursuits answers `too_many_live`. At a school that has set so it waits for the student's advisor first. Nobody outside the school hears of it yet.
 */
export async function requestPursuit(
  wiring: Wiring,
  actor: Actor,
  input: { listingId: string; note: string },
): Promise<Outcome<{ pursuitId: string }, RequestRefusal>> {
  if (actor.kind !== "student" || !mayRequestPursuit(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
    if ((await findStudent(tx, { schoolId, studentId }))?.left_on) return refused("not_permitted");
    return requestInScope(tx, wiring, { ...input, actor, studentId, now });
  });
}

interface Request {
  actor: SchoolActor;
  /** Locked, and at the school. */
  studentId: string;
  listingId: string;
  /** The student's own words. */
  note: string;
  /** For whom and how, where staff take it down. */
  came?: HowItCame;
  now: Date;
}

/** A request for a listing, of the student or taken down for them. */
export async function requestInScope(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, studentId, listingId, note, came, now }: Request,
): Promise<Outcome<{ pursuitId: string }, RequestRefusal>> {
  const { schoolId } = actor;
  const listing = await findListing(tx, { schoolId, listingId });
  if (!listing || listing.state === "in_review") return refused("not_found");
  if (listing.state !== "published") return refused("not_open");
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  if (isOver(listing, civilDate(now, timeZone))) return refused("not_open");
  if (!isPursued(listing.kind)) return refused("staff_ask_for_this");
  const standing = await listStandingPursuits(tx, { schoolId, studentId });
  const same = standing.find((pursuit) => pursuit.listing_id === listingId);
  if (same) return refused(same.state === "suggested" ? "suggested_already" : "already_asked");
  const { livePursuitLimit, advisorEndorses } = await lockSettings(tx, schoolId);
  const live = standing.filter((pursuit) => pursuit.state !== "accepted");
  if (live.length >= livePursuitLimit) return refused("too_many_live", { limit: livePursuitLimit });
  const pursuitId = await insertPursuit(tx, {
    schoolId,
    studentId,
    listingId,
    organisationId: listing.organisation_id,
    state: "requested",
    origin: "student",
    studentAskedAt: now,
    studentNote: note,
    now,
  });
  const act = { actor, noun: "pursuit", nounId: pursuitId, transition: "request", to: "requested", now };
  await recordAct(tx, { ...act, ...came });
  const pursuit = await findPursuit(tx, { schoolId, pursuitId });
  if (pursuit && !pursuit.lead_mentor_id) await askStaffForContact(tx, pursuit, now);
  if (pursuit && advisorEndorses) await askForEndorsement(tx, wiring, { pursuit, now });
  return done({ pursuitId });
}
