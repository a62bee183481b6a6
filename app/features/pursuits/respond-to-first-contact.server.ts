import { civilDate } from "~/clock";
import { actInSchool, type LinkActor, type MentorActor, type SchoolActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { advance, type AdvanceRefusal } from "~/lifecycle.server";
import { findFreeSeat, giveBack, holdSeat } from "~/steps/places.server";
import { tellCoordinators, tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { findDisclosure, withdrawDisclosure } from "~db/disclosures.server";
import { listPlacementDays, lockListing } from "~db/listings.server";
import { findPursuit, type PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

export type HostAnswer = "offer" | "turn_down" | "question";
export type HostRefusal = AdvanceRefusal | "no_seat";

export interface HostReply {
  pursuitId: string;
  answer: HostAnswer;
  /** What the mentor wrote; staff read it, the student does not. */
  message: string;
}

/**
 * A host answers the first contact, from the mailed link or signed in. An offer takes the seat itself for the placement's
 * days and dates. A question becomes a task for staff; there is no private thread between an adult and a student.
 */
export async function respondToFirstContact(
  wiring: Wiring,
  actor: MentorActor | LinkActor,
  input: HostReply,
): Promise<Outcome<{ state: string }, HostRefusal>> {
  const host = await hostInSchool(wiring, actor, input.pursuitId);
  if (!host) return refused("not_found");
  return withScope(wiring, host, async (tx) => {
    const pursuit = await findPursuit(tx, { schoolId: host.schoolId, pursuitId: input.pursuitId });
    if (!pursuit) return refused("not_found");
    if (input.answer === "question") return askStaff(tx, wiring, pursuit, input.message);
    return input.answer === "offer" ? offer(tx, wiring, host, pursuit) : turnDown(tx, wiring, host, { pursuit, message: input.message });
  });
}

/** The proof that a host may act on this pursuit: the link's own subject, or a disclosure to the mentor's organisation. */
async function hostInSchool(wiring: Wiring, actor: MentorActor | LinkActor, pursuitId: string): Promise<SchoolActor | undefined> {
  if (actor.kind === "link") return actor.linkKind === "first-contact" && actor.subjectId === pursuitId ? actor : undefined;
  const disclosure = await withScope(wiring, actor, (tx) => findDisclosure(tx, pursuitId));
  return disclosure && actInSchool(actor, { schoolId: disclosure.school_id });
}

async function offer(tx: ScopeTx, wiring: Wiring, host: SchoolActor, pursuit: PursuitFacts): Promise<Outcome<{ state: string }, HostRefusal>> {
  const now = wiring.clock.now();
  const { schoolId } = host;
  const listing = await lockListing(tx, { schoolId, listingId: pursuit.listing_id });
  if (!listing) return refused("not_found");
  const school = await getSchool(tx, schoolId);
  const days = await listPlacementDays(tx, { districtId: pursuit.district_id, placementId: pursuit.placement_id });
  const weekdays = days.length > 0 ? days.map((day) => day.weekday) : [1, 2, 3, 4, 5, 6, 7];
  const today = civilDate(now, school.time_zone);
  const startsOn = pursuit.starts_on && pursuit.starts_on > today ? pursuit.starts_on : today;
  const endsOn = pursuit.ends_on && pursuit.ends_on >= startsOn ? pursuit.ends_on : null;
  const wish = { schoolId, listingId: listing.id, seats: listing.seats, pursuitId: pursuit.pursuit_id, weekdays, startsOn, endsOn };
  const seatNo = await findFreeSeat(tx, wish);
  if (seatNo === null) return refused("no_seat", { seats: listing.seats });
  const moved = await advance(tx, {
    actor: host,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "offer",
    met: ["free_seat"],
    notices: {
      student: () => tellStudent(tx, { wiring, pursuit, event: "offered", now }),
      coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "offered", now }),
    },
    set: { updated_at: now.toISOString() },
    now,
  });
  if (!moved.ok) return moved;
  await holdSeat(tx, { ...wish, seatNo });
  return done({ state: moved.value.to });
}

async function turnDown(
  tx: ScopeTx,
  wiring: Wiring,
  host: SchoolActor,
  { pursuit, message }: { pursuit: PursuitFacts; message: string },
): Promise<Outcome<{ state: string }, HostRefusal>> {
  const now = wiring.clock.now();
  const moved = await advance(tx, {
    actor: host,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "turn_down",
    met: [],
    notices: {
      student: () => tellStudent(tx, { wiring, pursuit, event: "not_taken", now }),
      coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "turned_down", now }),
    },
    set: { ended_at: now.toISOString(), updated_at: now.toISOString(), decline_for_staff: message },
    now,
  });
  if (!moved.ok) return moved;
  await giveBack(tx, { schoolId: host.schoolId, pursuitId: pursuit.pursuit_id });
  await withdrawDisclosure(tx, { schoolId: host.schoolId, pursuitId: pursuit.pursuit_id, now });
  return done({ state: moved.value.to });
}

async function askStaff(tx: ScopeTx, wiring: Wiring, pursuit: PursuitFacts, message: string): Promise<Outcome<{ state: string }, HostRefusal>> {
  const now = wiring.clock.now();
  await openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "mentor_question",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: { message, title: pursuit.title, organisation: pursuit.organisation_name, mentor: pursuit.mentor_name ?? "" },
    dedupeKey: `mentor_question:${pursuit.pursuit_id}:${now.getTime()}`,
    now,
  });
  await tellCoordinators(tx, { wiring, pursuit, event: "question", now });
  return done({ state: pursuit.state });
}
