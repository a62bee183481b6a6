import { civilDate, daysLater } from "~/clock";
import type { LinkActor, MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { askForParticipation } from "~/steps/ask-for-participation.server";
import { cleanUpPursuit } from "~/steps/end-pursuit.server";
import { findHost, type Host } from "~/steps/find-host.server";
import { findFreeSeat, holdSeat, type SeatWish } from "~/steps/places.server";
import { tellCoordinators, tellStudent } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import type { Wiring } from "~/wiring";
import { listPlacementDays, lockListing } from "~db/listings.server";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { digestOf, openTask } from "~db/staff-tasks.server";

export type HostAnswer = "offer" | "turn_down" | "question";
export type HostRefusal = AdvanceRefusal | "no_seat";

export interface HostReply {
  pursuitId: string;
  answer: HostAnswer;
  /** What the mentor wrote; staff read it, the student does not. */
  message: string;
}

type Answer = Promise<Outcome<{ state: string }, HostRefusal>>;

/**
 * A host answers the first contact, from the mailed link or signed in. An offer takes the seat itself for the placement's
 * days and dates. A question, or a word with an offer, becomes a task for staff; there is no private thread between an adult
 * and a student.
 */
export async function respondToFirstContact(wiring: Wiring, actor: MentorActor | LinkActor, input: HostReply): Answer {
  const host = (await findHost(wiring, actor, input.pursuitId))?.host;
  if (!host) return refused("not_found");
  return withScope(wiring, host, async (tx): Answer => {
    const pursuit = await lockPursuit(tx, { schoolId: host.schoolId, pursuitId: input.pursuitId });
    if (pursuit?.organisation_id !== host.organisationId) return refused("not_found");
    if (input.answer === "question") return askStaff(tx, wiring, pursuit, input.message);
    return input.answer === "offer"
      ? offer(tx, wiring, host, { pursuit, message: input.message })
      : turnDown(tx, wiring, host, { pursuit, message: input.message });
  });
}

interface Answered {
  pursuit: PursuitFacts;
  message: string;
}

async function offer(tx: ScopeTx, wiring: Wiring, host: Host, { pursuit, message }: Answered): Answer {
  const now = wiring.clock.now();
  const wish = await seatWishOf(tx, pursuit, now);
  if (!wish) return refused("not_found");
  const seatNo = await findFreeSeat(tx, wish);
  const { approvalDays } = await getSettings(tx, host.schoolId);
  const moved = await advance(tx, {
    actor: host,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "offer",
    met: seatNo === null ? [] : ["free_seat"],
    notices: {
      student: () => tellStudent(tx, { wiring, pursuit, event: "offered", now }),
      family: () => tellFamily(tx, { wiring, pursuit, event: "offered", now }),
      coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "offered", now }),
    },
    set: { updated_at: now.toISOString(), expires_at: daysLater(now, approvalDays).toISOString() },
    now,
  });
  if (!moved.ok) return moved.reason === "still_needed" ? refused("no_seat", { seats: wish.seats }) : moved;
  if (seatNo !== null) await holdSeat(tx, { ...wish, seatNo });
  await askForParticipation(tx, wiring, { actor: host, pursuit, before: "start", now });
  if (message.trim() !== "") await openMessageTask(tx, pursuit, { message, now });
  return done({ state: moved.value.to });
}

/** The seat an offer needs: the placement's days and dates from today on. A weekday with fewer seats than the listing decides. */
async function seatWishOf(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<SeatWish | undefined> {
  const { school_id: schoolId, district_id: districtId, placement_id: placementId } = pursuit;
  const listing = await lockListing(tx, { schoolId, listingId: pursuit.listing_id });
  if (!listing) return undefined;
  const { time_zone } = await getSchool(tx, schoolId);
  const today = civilDate(now, time_zone);
  const days = await listPlacementDays(tx, { districtId, placementId });
  const startsOn = pursuit.starts_on && pursuit.starts_on > today ? pursuit.starts_on : today;
  return {
    schoolId,
    listingId: listing.id,
    pursuitId: pursuit.pursuit_id,
    seats: Math.min(listing.seats, ...days.map((day) => day.seats)),
    weekdays: days.length > 0 ? days.map((day) => day.weekday) : [1, 2, 3, 4, 5, 6, 7],
    startsOn,
    endsOn: pursuit.ends_on && pursuit.ends_on >= startsOn ? pursuit.ends_on : null,
  };
}

async function turnDown(tx: ScopeTx, wiring: Wiring, host: Host, { pursuit, message }: Answered): Answer {
  const now = wiring.clock.now();
  const moved = await advance(tx, {
    actor: host,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "turn_down",
    met: [],
    notices: {
      student: () => tellStudent(tx, { wiring, pursuit, event: "not_taken", now }),
      family: () => tellFamily(tx, { wiring, pursuit, event: "not_taken", now }),
      coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "turned_down", now }),
    },
    set: { ended_at: now.toISOString(), updated_at: now.toISOString(), decline_for_staff: message },
    now,
  });
  if (!moved.ok) return moved;
  await cleanUpPursuit(tx, { actor: host, pursuit, now });
  return done({ state: moved.value.to });
}

async function askStaff(tx: ScopeTx, wiring: Wiring, pursuit: PursuitFacts, message: string): Answer {
  if (pursuit.state !== "contacted" && pursuit.state !== "offered")
    return refused("wrong_state", { state: pursuit.state });
  const now = wiring.clock.now();
  const isNew = await openMessageTask(tx, pursuit, { message, now });
  if (isNew) await tellCoordinators(tx, { wiring, pursuit, event: "question", now });
  return done({ state: pursuit.state });
}

/** What a host wrote waits for staff until somebody has read it; answers whether it is new. */
function openMessageTask(
  tx: ScopeTx,
  pursuit: PursuitFacts,
  { message, now }: { message: string; now: Date },
): Promise<boolean> {
  return openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "mentor_question",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: {
      message,
      title: pursuit.title,
      organisation: pursuit.organisation_name,
      mentor: pursuit.mentor_name ?? "",
    },
    dedupeKey: `mentor_question:${pursuit.pursuit_id}:${digestOf(message)}`,
    now,
  });
}
