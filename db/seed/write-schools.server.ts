import { type SampleSchoolSlug, sampleDistricts, sampleSchools } from "../cast";
import { consentDrafts } from "../consent-drafts";
import { classicLearningGoals } from "../learning-goals";
import { withScope, withSystem } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import { type Sample, seedActor } from "./sample.server";
import { TERM_ENDS_AFTER, TERM_STARTS_AFTER } from "./sample-calendar";
import { areas, type SampleSchool, schools } from "./schools";
import { seedId } from "./seed-id.server";

/** Districts, schools and what a school has before its first person: term, settings, areas, goals, consent texts. */
export async function writeSchools(sample: Sample): Promise<void> {
  await withSystem(sample, async (tx) => {
    await insertRows(
      tx,
      "districts",
      Object.values(sampleDistricts).map(({ districtId, name }) => ({ id: districtId, name })),
    );
    await insertRows(tx, "schools", schools.map(schoolRow));
  });
  for (const school of schools) await writeSchoolBasics(sample, school);
}

function schoolRow(school: SampleSchool) {
  const { schoolId, districtId, name } = sampleSchools[school.slug];
  return {
    id: schoolId,
    district_id: districtId,
    slug: school.slug,
    name,
    time_zone: school.timeZone,
    jurisdiction: school.jurisdiction,
    languages: school.languages,
    postal_address: school.postalAddress,
    latitude: school.latitude,
    longitude: school.longitude,
    help_name: school.helpName,
    help_phone: school.helpPhone,
    sample: true,
  };
}

async function writeSchoolBasics(sample: Sample, school: SampleSchool): Promise<void> {
  const { schoolId, districtId } = sampleSchools[school.slug];
  const { day } = sample.calendar;
  await withScope(sample, seedActor(school.slug), async (tx) => {
    const ownAreas = areas.filter((area) => area.districtId === districtId);
    await insertRows(
      tx,
      "areas",
      ownAreas.map(({ key, name, postcodes, latitude, longitude }) => ({
        id: areaIdOf(key),
        district_id: districtId,
        name,
        postcodes: [...postcodes],
        latitude,
        longitude,
      })),
    );
    await insertRows(tx, "school_settings", [{ school_id: schoolId, overrides: JSON.stringify(school.settings) }]);
    await insertRows(tx, "terms", [
      {
        school_id: schoolId,
        id: seedId(`term:${school.slug}`),
        name: "This term (sample)",
        starts_on: day(TERM_STARTS_AFTER),
        ends_on: day(TERM_ENDS_AFTER),
        lti_weekdays: school.ltiWeekdays,
        day_starts_at: school.dayStartsAt,
        day_ends_at: school.dayEndsAt,
        minimum_visits: school.minimumVisits,
      },
    ]);
    await insertRows(tx, "no_school_days", [
      { school_id: schoolId, day: day(21), reason: "Teachers plan together (sample)" },
      { school_id: schoolId, day: day(22), reason: "Teachers plan together (sample)" },
    ]);
    await insertRows(
      tx,
      "learning_goals",
      classicLearningGoals.map((name, place) => ({
        school_id: schoolId,
        id: seedId(`goal:${school.slug}:${name}`),
        goal_set: "classic",
        name,
        place: place + 1,
      })),
    );
    await insertRows(tx, "consent_texts", consentTexts(school.slug, schoolId, day(TERM_STARTS_AFTER)));
  });
}

/** English and Spanish are released as samples; Somali and Vietnamese stay drafts, so that those requests go to an interpreter. */
function consentTexts(slug: SampleSchoolSlug, schoolId: string, releasedOn: string) {
  return consentDrafts.map((draft) => {
    const released = draft.language === "en" || draft.language === "es";
    return {
      school_id: schoolId,
      id: consentTextIdOf(slug, draft.purpose, draft.language),
      ...draft,
      version: 1,
      state: released ? "released" : "draft",
      released_by: released ? "sample" : "",
      released_on: released ? releasedOn : null,
    };
  });
}

export function areaIdOf(key: string): string {
  return seedId(`area:${key}`);
}

export function consentTextIdOf(slug: SampleSchoolSlug, purpose: string, language: string): string {
  return seedId(`consent-text:${slug}:${purpose}:${language}`);
}
