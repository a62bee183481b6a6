import type { SystemActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import {
  dropBackupsOf,
  handPlaceOn,
  insertDeparturePlace,
  listDeparturePlaces,
  listPlacesLed,
} from "~db/departure-places.server";
import { type Departure, markHandedOn } from "~db/departures.server";
import { enqueue } from "~db/jobs.server";
import { listOrganisationMentors } from "~db/organisation-mentors.server";
import { listPlacementBackups } from "~db/placements.server";
import type { ScopeTx } from "~db/scope.server";

interface HandingOn {
  actor: SystemActor;
  /** Locked, and neither taken back nor carried out before. */
  departure: Departure;
  /** The day after which it happens, by the school that comes first. */
  on: string;
  now: Date;
}

/**
 * The last day is over: each place that the mentor led is led by the back-up who was named for it, where they still stand in there, or
 * by nobody. They stand in nowhere else at the organisation either. Written for the whole district at once; each school follows by itself.
 */
export async function handOnPlaces(tx: ScopeTx, { actor, departure, on, now }: HandingOn): Promise<void> {
  const { districtId } = actor;
  const { id: departureId, organisation_id: organisationId, mentor_id: mentorId } = departure;
  const chosen = await listDeparturePlaces(tx, { districtId, departureId });
  const there = new Set((await listOrganisationMentors(tx, { districtId, organisationId, on })).map(({ id }) => id));
  for (const { id: placementId } of await listPlacesLed(tx, { districtId, organisationId, mentorId })) {
    const wanted = chosen.find((row) => row.placement_id === placementId)?.next_lead_id ?? null;
    const backups = await listPlacementBackups(tx, { districtId, placementId });
    const mayLead = wanted !== null && there.has(wanted) && backups.some(({ id }) => id === wanted);
    const leadId = mayLead ? wanted : null;
    await handPlaceOn(tx, { districtId, placementId, leadId, now });
    await insertDeparturePlace(tx, { districtId, departureId, placementId, nextLeadId: null });
    await enqueue(tx, "sync-placement", { districtId, placementId });
    const act = { actor, noun: "placement", nounId: placementId, transition: "hand_on", now };
    await recordAct(tx, { ...act, from: mentorId, to: leadId, reason: "the lead mentor has left" });
  }
  await dropBackupsOf(tx, { districtId, organisationId, mentorId });
  await markHandedOn(tx, { districtId, departureId, now });
}
