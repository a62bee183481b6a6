import type { SystemActor } from "~/domain/actor";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { listDeparturePlaces, listPlacesOfEngagements } from "~db/departure-places.server";
import { type Departure, markPaused } from "~db/departures.server";
import { writeEngagementLead } from "~db/engagements.server";
import { enqueue } from "~db/jobs.server";
import { type LedByMentor, lockAtPlaces } from "~db/led-by-mentor.server";
import { endLinksAbout } from "~db/links.server";
import { findPursuit, type PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { askForLead } from "./announce-departure.server";
import { cancelComingVisits } from "./cancel-visits.server";
import { doChecksHold } from "./checks-hold.server";
import { followLead } from "./follow-lead.server";
import { holdUnsentContact } from "./hold-contact.server";
import { findLeadSeat } from "./lead-seat.server";
import { byPhone } from "./pause-at-school.server";
import { tellStudent } from "./tell.server";
import { tellAdvisors } from "./tell-advisors.server";
import { tellFamily } from "./tell-family.server";

interface Following {
  actor: SystemActor;
  departure: Departure;
  now: Date;
}

/** States in which a host knew of the student: then student and family hear that the mentor has left. */
const KNOWN_TO_HOST = ["contacted", "offered", "accepted"];

/**
 * One school's part, once: at each place that the mentor led, a first contact that has not left is taken back and their links end.
 * Where a back-up leads on whom the school has read and cleared, it goes on, and they are told. Elsewhere visits are called off,
 * internships and the listing pause, and staff look for a lead; student, family and advisors are told either way.
 */
export async function followDeparture(tx: ScopeTx, wiring: Wiring, following: Following): Promise<void> {
  const { actor, departure, now } = following;
  const { schoolId, districtId } = actor;
  const { id: departureId, mentor_id: mentorId, organisation_id: organisationId } = departure;
  const places = (await listDeparturePlaces(tx, { districtId, departureId })).map((place) => place.placement_id);
  // The organisation may have named somebody else for a place before: the internships there had the mentor until now.
  const others = await listPlacesOfEngagements(tx, { schoolId, organisationId, mentorId });
  const led = await lockAtPlaces(tx, { schoolId, placementIds: [...new Set([...places, ...others])] });
  if (!(await markPaused(tx, { schoolId, departureId, now }))) return;
  const subjectIds = led.pursuits.map(({ id }) => id);
  const handedOn = new Set(led.listings.filter((row) => places.includes(row.placement_id)).map(({ id }) => id));
  const wasTheirs = (pursuitId: string) =>
    led.engagements.some((row) => row.pursuit_id === pursuitId && row.lead_mentor_id === mentorId);
  await endLinksAbout(tx, { schoolId, personId: mentorId, subjectIds, now });
  const waiting = new Set<string>();
  for (const { id, listing_id: listingId } of led.pursuits) {
    if (!handedOn.has(listingId) && !wasTheirs(id)) continue;
    const pursuit = await findPursuit(tx, { schoolId, pursuitId: id });
    if (pursuit && (await followOne(tx, wiring, { ...following, led, pursuit })) === "waits") waiting.add(listingId);
  }
  for (const listing of led.listings) await followListing(tx, following, { listing, waits: waiting.has(listing.id) });
}

type OfPursuit = Following & { led: LedByMentor; pursuit: PursuitFacts };

/** Answers whether an internship or a request that the host knew of waits for somebody who leads it. */
async function followOne(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, led, pursuit, now }: OfPursuit,
): Promise<"waits" | "goes_on"> {
  await holdUnsentContact(tx, { actor, pursuit, reason: "the lead mentor has left", now });
  const left = await findPursuit(tx, { schoolId: actor.schoolId, pursuitId: pursuit.pursuit_id });
  if (!left) return "goes_on";
  const engagement = led.engagements.find((row) => row.pursuit_id === left.pursuit_id);
  const writeLead = async (leadMentorId: string | null) => {
    if (engagement)
      await writeEngagementLead(tx, { schoolId: actor.schoolId, engagementId: engagement.id, leadMentorId });
  };
  if (await doesGoOn(tx, left)) {
    await followLead(tx, wiring, { actor, pursuit: left, now });
    // One that is paused a coordinator lets go on, with whoever leads it then.
    await writeLead(left.lead_mentor_id);
    return "goes_on";
  }
  await cancelComingVisits(tx, wiring, { actor, pursuit: left, reason: "the lead mentor has left", now });
  const news = { wiring, pursuit: left, event: "lead_left", now } as const;
  const tell = { student: () => tellStudent(tx, news), guardian: () => tellFamily(tx, news) };
  await writeLead(null);
  if (left.contacted_at !== null) await tellAdvisors(tx, news);
  if (engagement?.state === "active") {
    const act = { reason: "the lead mentor has left" };
    const pause = { actor, noun: "engagement", id: engagement.id, move: "pause", met: [], act, now } as const;
    // Who has left is told nothing about the student any more.
    await advance(tx, { ...pause, notices: { ...tell, mentor: byPhone } });
    return "waits";
  }
  if (!KNOWN_TO_HOST.includes(left.state)) return "goes_on";
  await tell.student();
  await tell.guardian();
  return "waits";
}

/** Whether somebody leads the place whom the school has read and not kept apart, and everybody named is cleared today. */
async function doesGoOn(tx: ScopeTx, pursuit: PursuitFacts): Promise<boolean> {
  if (pursuit.lead_mentor_id === null || (await findLeadSeat(tx, pursuit)) !== "seated") return false;
  return doChecksHold(tx, { pursuit, until: pursuit.ends_on });
}

interface OfListing {
  listing: LedByMentor["listings"][number];
  /** Somebody's way there waits, also where a lead is named whom the school has not read or cleared. */
  waits: boolean;
}

async function followListing(tx: ScopeTx, { actor, departure, now }: Following, { listing, waits }: OfListing) {
  const { id, state, placement_id: placementId, lead_mentor_id: leadId, title, organisation_name } = listing;
  const { schoolId, districtId } = actor;
  if (state === "archived") return;
  if (leadId !== null) {
    await enqueue(tx, "settle-clearances", { districtId, placementId });
    await enqueue(tx, "contact-hosts", { schoolId, listingId: id });
    if (!waits) return;
  }
  const { id: departureId, mentor_id: mentorId, last_day: lastDay } = departure;
  const place = { listing_id: id, title, organisation_name, mentorId, lastDay };
  await askForLead(tx, { actor, departureId, place, now });
  if (leadId !== null || state !== "published") return;
  await advance(tx, {
    ...{ actor, noun: "listing", id, move: "pause", met: [], now },
    notices: { index: () => enqueue(tx, "sync-placement", { districtId, placementId }) },
    set: { updated_at: now.toISOString() },
    act: { reason: "the lead mentor has left" },
  });
}
