import type { SystemActor } from "~/domain/actor";
import {
  listDeparturePlaces,
  listPlacesLedAt,
  writeLastDay,
  writeLastDayOfMemberships,
} from "~db/departure-places.server";
import { type Departure, forgetTold, markTold } from "~db/departures.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";
import { closeTasksWith, openTask } from "~db/staff-tasks.server";

interface Announcing {
  actor: SystemActor;
  departure: Departure;
  now: Date;
}

/** The keys of a school's tasks to find who leads a place next. */
export const aboutDeparture = (departureId: string): string => `find_contact:leaving:${departureId}:`;

/**
 * Dates the tie to the organisation and whatever way in was opened since the last day was said, such as by an offer of their own, and
 * tells a school's staff once who leaves and when: one task for each place listed there that nobody leads then.
 */
export async function announceDeparture(tx: ScopeTx, { actor, departure, now }: Announcing): Promise<void> {
  const { schoolId, districtId } = actor;
  const { id: departureId, organisation_id: organisationId, mentor_id: mentorId, last_day: lastDay } = departure;
  const ends = { districtId, organisationId, mentorId, from: null, to: lastDay };
  await writeLastDay(tx, ends);
  await throughIdentity(tx, (identity) => writeLastDayOfMemberships(identity, ends));
  if (!(await markTold(tx, { schoolId, districtId, departureId, now }))) return;
  const places = await listDeparturePlaces(tx, { districtId, departureId });
  const isSettled = (id: string) => places.some((row) => row.placement_id === id && row.next_lead_id !== null);
  for (const led of await listPlacesLedAt(tx, { schoolId, districtId, organisationId, mentorId })) {
    if (isSettled(led.placement_id)) continue;
    await askForLead(tx, { actor, departureId, place: { ...led, mentorId, lastDay }, now });
  }
}

interface PlaceLeft {
  listing_id: string;
  title: string;
  organisation_name: string;
  mentorId: string;
  lastDay: string;
}

/** Staff find who leads a place next. While the same task is open there is no second one. */
export async function askForLead(
  tx: ScopeTx,
  { actor, departureId, place, now }: { actor: SystemActor; departureId: string; place: PlaceLeft; now: Date },
): Promise<void> {
  const { title, organisation_name: organisation, mentorId, lastDay } = place;
  await openTask(tx, {
    schoolId: actor.schoolId,
    kind: "find_contact",
    subject: { noun: "listing", id: place.listing_id },
    props: { title, organisation, mentorId, lastDay },
    dedupeKey: `${aboutDeparture(departureId)}${place.listing_id}`,
    now,
  });
}

/** The mentor stays: the tie has no end again, and what staff were asked because of it they need not do. */
export async function takeBackAnnouncement(tx: ScopeTx, { actor, departure, now }: Announcing): Promise<void> {
  const { schoolId, districtId } = actor;
  const { organisation_id: organisationId, mentor_id: mentorId, last_day: lastDay } = departure;
  await writeLastDay(tx, { districtId, organisationId, mentorId, from: lastDay, to: null });
  const note = "the mentor stays";
  await closeTasksWith(tx, { schoolId, keyPrefix: aboutDeparture(departure.id), note, now });
  await forgetTold(tx, { schoolId, departureId: departure.id });
}
