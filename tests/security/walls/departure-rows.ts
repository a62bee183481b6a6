import { cast, sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;
const { theo } = cast;

/** A mentor of the district of whom the victim's school wrote down that they leave; nobody at the school has met them. */
export const theirDeparture = { departureId: "01990000-1ea0-7000-8000-00000000f001" };
const { departureId } = theirDeparture;

export const DEPARTURE_FURNITURE = [
  `insert into mentor_departures (district_id, id, organisation_id, mentor_id, last_day, reason, said_by_school_id, said_at)
    values ('${districtId}', '${departureId}', '${theo.organisationId}', '${theo.personId}', '2030-01-01', 'x', '${schoolId}', '2026-10-01')`,
  `insert into departure_schools (school_id, district_id, departure_id, told_at)
    values ('${schoolId}', '${districtId}', '${departureId}', '2026-10-01')`,
];
