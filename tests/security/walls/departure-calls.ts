import { cast, sampleSchools } from "~db/cast";
import * as places from "~db/departure-places.server";
import * as departures from "~db/departures.server";
import { lockEngagementOf, writeEngagementLead } from "~db/engagements.server";
import { lockAtPlaces } from "~db/led-by-mentor.server";
import { endLinksAbout } from "~db/links.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";
import { closeTasksWith } from "~db/staff-tasks.server";
import { theirDeparture } from "./departure-rows";
import type { Query } from "./queries";
import type { Theirs } from "./victim";

const { districtId } = sampleSchools.lakeview;
const { theo } = cast;
const { departureId } = theirDeparture;

const leaving = { districtId, departureId };
const ofTheo = { districtId, organisationId: theo.organisationId, mentorId: theo.personId };
const ends = { ...ofTheo, from: null, to: "2030-01-01" };

/** An internship of the victim's school, and the organisation where it is; those of nobody where the school's rows are out of sight. */
async function theirInternship(tx: ScopeTx, { schoolId: school, pursuitId, organisationId }: Theirs) {
  const row = await tx
    .selectFrom("engagements as e")
    .innerJoin("pursuits as u", (join) =>
      join.onRef("u.school_id", "=", "e.school_id").onRef("u.id", "=", "e.pursuit_id"),
    )
    .select(["e.id", "e.pursuit_id as pursuitId", "u.organisation_id as organisationId"])
    .where("e.school_id", "=", school)
    .where("e.state", "not in", ["ended", "closed"])
    .orderBy("e.id")
    .executeTakeFirst();
  return row ?? { id: pursuitId, pursuitId, organisationId };
}

/** The queries about mentors who leave. */
export const DEPARTURE_CALLS: Record<string, Query> = {
  "departures/insertDeparture": (tx, { districtId: district, now, ...their }) =>
    departures.insertDeparture(tx, {
      ...{ districtId: district, organisationId: their.organisationId, mentorId: their.mentorId },
      ...{ lastDay: "2030-01-01", reason: "x", saidBySchoolId: their.schoolId, now },
    }),
  "departures/listStandingDepartures": (tx, their) =>
    departures.listStandingDepartures(tx, { districtId: their.districtId, mentorId: theo.personId }),
  "departures/findDeparture": (tx, their) => departures.findDeparture(tx, { ...leaving, districtId: their.districtId }),
  "departures/lockDeparture": (tx, their) => departures.lockDeparture(tx, { ...leaving, districtId: their.districtId }),
  "departures/markUndone": (tx, { districtId: district, now }) =>
    departures.markUndone(tx, { ...leaving, districtId: district, now }),
  "departures/markHandedOn": (tx, { districtId: district, now }) =>
    departures.markHandedOn(tx, { ...leaving, districtId: district, now }),
  "departures/listUnfinishedDepartures": (tx, their) => departures.listUnfinishedDepartures(tx, their),
  "departures/markTold": async (tx, their) => {
    await departures.forgetTold(tx, { ...their, departureId });
    return departures.markTold(tx, { ...their, departureId });
  },
  "departures/markPaused": (tx, their) => departures.markPaused(tx, { ...their, departureId }),
  "departures/forgetTold": (tx, their) => departures.forgetTold(tx, { ...their, departureId }),
  "departure-places/listAffiliationsOf": (tx, their) =>
    places.listAffiliationsOf(tx, { ...ofTheo, districtId: their.districtId, on: their.on, schoolId: null }),
  "departure-places/listPlacesLed": (tx, their) => places.listPlacesLed(tx, their),
  "departure-places/listPlacesLedAt": (tx, their) => places.listPlacesLedAt(tx, their),
  "departure-places/listPlacesOfEngagements": async (tx, their) => {
    const { id: engagementId, organisationId } = await theirInternship(tx, their);
    const { schoolId: school, mentorId } = their;
    await writeEngagementLead(tx, { schoolId: school, engagementId, leadMentorId: mentorId });
    const rows = await places.listPlacesOfEngagements(tx, { schoolId: school, mentorId, organisationId });
    return rows.length > 0 ? rows : null;
  },
  "departure-places/countTouched": async (tx, their) => {
    const { pursuits, internships, visits } = await places.countTouched(tx, their);
    return pursuits + internships + visits || null;
  },
  "departure-places/writeLastDay": (tx, their) => places.writeLastDay(tx, { ...ends, districtId: their.districtId }),
  "departure-places/writeLastDayOfMemberships": (tx, their) =>
    throughIdentity(tx, (identity) =>
      places.writeLastDayOfMemberships(identity, { ...ends, districtId: their.districtId }),
    ),
  "departure-places/insertDeparturePlace": (tx, { districtId: district, placementId }) =>
    places.insertDeparturePlace(tx, { departureId, districtId: district, placementId, nextLeadId: null }),
  "departure-places/listDeparturePlaces": async (tx, { districtId: district, placementId }) => {
    await places.insertDeparturePlace(tx, { departureId, districtId: district, placementId, nextLeadId: null });
    return places.listDeparturePlaces(tx, { ...leaving, districtId: district });
  },
  "departure-places/handPlaceOn": (tx, { districtId: district, placementId, now }) =>
    places.handPlaceOn(tx, { districtId: district, placementId, leadId: null, now }),
  "departure-places/dropBackupsOf": (tx, their) =>
    places.dropBackupsOf(tx, { ...ofTheo, districtId: their.districtId }),
  "engagements/writeEngagementLead": async (tx, their) => {
    const { id: engagementId } = await theirInternship(tx, their);
    await writeEngagementLead(tx, { schoolId: their.schoolId, engagementId, leadMentorId: null });
  },
  "engagements/lockEngagementOf": async (tx, their) => {
    const { pursuitId } = await theirInternship(tx, their);
    return lockEngagementOf(tx, { schoolId: their.schoolId, pursuitId });
  },
  "led-by-mentor/lockAtPlaces": (tx, their) => lockAtPlaces(tx, their),
  "links/endLinksAbout": (tx, { guardianId, consentId, now, ...their }) =>
    endLinksAbout(tx, { schoolId: their.schoolId, personId: guardianId, subjectIds: [consentId], now }),
  "staff-tasks/closeTasksWith": (tx, { now, ...their }) =>
    closeTasksWith(tx, { schoolId: their.schoolId, keyPrefix: "", note: "x", now }),
};
