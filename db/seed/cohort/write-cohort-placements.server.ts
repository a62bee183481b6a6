import { organisationNameKey } from "~/domain/organisation/name-key";
import { enqueue } from "../../jobs.server";
import type { ScopeTx } from "../../scope.server";
import { insertRows } from "../insert-rows.server";
import { type SampleCalendar, TERM_ENDS_AFTER, TERM_STARTS_AFTER } from "../sample-calendar";
import { COHORT, cohortId } from "./cohort-school.server";
import type { Cohort } from "./make-cohort";

/** Areas, organisations with one site and one mentor each, 200 placements, all listed and on their way to the index. */
export async function writeCohortPlacements(tx: ScopeTx, cohort: Cohort, calendar: SampleCalendar): Promise<void> {
  const { areas, organisations, placements } = cohort;
  const district = { district_id: COHORT.districtId };
  const of = (organisation: number) => ({ ...district, organisation_id: cohortId("organisation", organisation) });
  const since = calendar.day(TERM_STARTS_AFTER);
  await insertRows(
    tx,
    "areas",
    areas.map((area, at) => ({ ...district, id: cohortId("area", at), ...area })),
  );
  await insertRows(
    tx,
    "organisations",
    organisations.map(({ name }, at) => ({
      ...district,
      id: cohortId("organisation", at),
      name,
      name_key: organisationNameKey(name),
    })),
  );
  await insertRows(
    tx,
    "sites",
    organisations.map(({ name, area, latitude, longitude }, at) => ({
      ...of(at),
      id: cohortId("site", at),
      name,
      city: "Cohort",
      area_id: cohortId("area", area),
      latitude,
      longitude,
      located_by: "pin",
    })),
  );
  await insertRows(
    tx,
    "mentors",
    organisations.map(({ mentor }, at) => ({
      ...district,
      id: cohortId("mentor", at),
      full_name: mentor.name,
      name_used: mentor.name.split(" ")[0] ?? mentor.name,
      languages: mentor.languages,
      interests: mentor.interests,
    })),
  );
  await insertRows(
    tx,
    "affiliations",
    organisations.map((_, at) => ({ ...of(at), mentor_id: cohortId("mentor", at), from_on: since })),
  );
  await insertRows(
    tx,
    "mentor_contact_points",
    organisations.map((_, at) => ({
      ...district,
      id: cohortId("mentor-mail", at),
      mentor_id: cohortId("mentor", at),
      kind: "mail",
      value: `mentor-${at + 1}@cohort.example`,
      preferred: true,
    })),
  );
  await insertRows(
    tx,
    "placements",
    placements.map(({ at, organisation, kind, title, seats }) => ({
      ...of(organisation),
      id: cohortId("placement", at),
      kind,
      title,
      student_will_do: `${title}. Sample placement number ${at + 1}.`,
      site_id: cohortId("site", organisation),
      lead_mentor_id: cohortId("mentor", organisation),
      seats,
      minimum_grade: 9,
      maximum_grade: 12,
      basis: kind === "service_learning" ? "service_learning" : "unpaid_educational",
      starts_on: since,
      ends_on: calendar.day(TERM_ENDS_AFTER),
    })),
  );
  await insertRows(
    tx,
    "placement_days",
    placements.flatMap(({ at, organisation, weekdays, seats }) =>
      weekdays.map((weekday) => ({
        ...of(organisation),
        placement_id: cohortId("placement", at),
        weekday,
        starts_at: "09:00",
        ends_at: "14:00",
        seats,
      })),
    ),
  );
  await insertRows(
    tx,
    "placement_interests",
    placements.flatMap(({ at, organisation, interests }) =>
      interests.map((interest) => ({
        ...of(organisation),
        placement_id: cohortId("placement", at),
        interest_id: interest,
      })),
    ),
  );
  await insertRows(
    tx,
    "listings",
    placements.map(({ at, organisation, seats }) => ({
      school_id: COHORT.schoolId,
      ...of(organisation),
      id: cohortId("listing", at),
      placement_id: cohortId("placement", at),
      state: "published",
      seats,
      published_at: calendar.instant(-20),
    })),
  );
  for (const { at } of placements) {
    const placementId = cohortId("placement", at);
    await enqueue(tx, "sync-placement", { districtId: COHORT.districtId, placementId });
  }
}
