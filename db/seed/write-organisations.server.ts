import { organisationNameKey } from "~/domain/organisation/name-key";
import { castOrganisations, type SampleSchoolSlug, sampleSchools } from "../cast";
import { withScope } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import {
  cedarMentors,
  cedarOrganisations,
  greenwaterMentors,
  greenwaterOrganisations,
  MENTOR_COLUMNS,
  ORGANISATION_COLUMNS,
} from "./organisations";
import { readTable, words } from "./read-table";
import { firstNameOf, mailOfMentor, mentorIdOf, phoneOf, type Sample, seedActor } from "./sample.server";
import { areas } from "./schools";
import { seedId } from "./seed-id.server";
import { areaIdOf } from "./write-schools.server";

const greenwater = {
  organisations: readTable(ORGANISATION_COLUMNS, greenwaterOrganisations),
  mentors: readTable(MENTOR_COLUMNS, greenwaterMentors),
};
const cedar = {
  organisations: readTable(ORGANISATION_COLUMNS, cedarOrganisations),
  mentors: readTable(MENTOR_COLUMNS, cedarMentors),
};
type OrganisationRow = (typeof greenwater.organisations)[number];
type MentorRow = (typeof greenwater.mentors)[number];

/** Organisations and mentors of the district that a school belongs to. */
export function communityOf(slug: SampleSchoolSlug): { organisations: OrganisationRow[]; mentors: MentorRow[] } {
  return slug === "cedar-ridge" ? cedar : greenwater;
}

/** Organisations, sites, mentors and the school's own clearances of them. Two schools of one district share the rest. */
export async function writeOrganisations(sample: Sample, slug: SampleSchoolSlug): Promise<void> {
  const { districtId, schoolId } = sampleSchools[slug];
  const { organisations, mentors } = communityOf(slug);
  const { day, instant } = sample.calendar;
  await withScope(sample, seedActor(slug), async (tx) => {
    await insertRows(
      tx,
      "organisations",
      organisations.map((row) => ({
        district_id: districtId,
        id: organisationIdOf(row.slug),
        name: row.name,
        name_key: organisationNameKey(row.name),
        sector: row.sector,
        about: row.about,
        website: `https://${row.slug}.example`,
      })),
    );
    await insertRows(
      tx,
      "sites",
      organisations.map((row) => siteRow(districtId, row)),
    );
    await insertRows(
      tx,
      "mentors",
      mentors.map((row) => ({
        district_id: districtId,
        id: mentorIdOf(row.name),
        full_name: row.name,
        name_used: firstNameOf(row.name),
        language: words(row.languages)[0],
        languages: words(row.languages),
        interests: words(row.interests),
        experience_years: Number(row.years),
        about: `${row.title}. Sample mentor.`,
      })),
    );
    await insertRows(
      tx,
      "affiliations",
      mentors.flatMap((row) =>
        words(row.organisations).map((organisation) => ({
          district_id: districtId,
          organisation_id: organisationIdOf(organisation),
          mentor_id: mentorIdOf(row.name),
          title: row.title,
          from_on: day(-400),
        })),
      ),
    );
    await insertRows(
      tx,
      "mentor_contact_points",
      mentors.flatMap((row, nth) => {
        const point = (kind: string, value: string, preferred: boolean) => ({
          district_id: districtId,
          id: seedId(`mentor-contact:${row.name}:${kind}`),
          mentor_id: mentorIdOf(row.name),
          kind,
          value,
          preferred,
          verified_at: preferred ? instant(-90) : null,
        });
        return [
          point("mail", mailOfMentor(row.name, words(row.organisations)[0] ?? ""), true),
          point("phone", phoneOf("mentors", nth), false),
        ];
      }),
    );
    await insertRows(tx, "mentor_offers", offers(districtId, mentors));
    await insertRows(
      tx,
      "clearances",
      mentors.map((row) => clearanceRow(sample, slug, schoolId, districtId, row)),
    );
  });
}

export function organisationIdOf(slug: string): string {
  return slug in castOrganisations
    ? castOrganisations[slug as keyof typeof castOrganisations].organisationId
    : seedId(`organisation:${slug}`);
}

export function siteIdOf(organisation: string): string {
  return seedId(`site:${organisation}`);
}

function siteRow(districtId: string, row: OrganisationRow) {
  const area = areas.find(({ key }) => key === row.area);
  if (!area) throw new Error(`No such area: ${row.area}`);
  // A few hundred metres from the middle of the area, always the same way.
  const shift = (axis: string) =>
    (Number.parseInt(seedId(`site:${row.slug}:${axis}`).slice(0, 4), 16) / 65_536 - 0.5) * 0.008;
  const remote = row.mode === "remote";
  return {
    district_id: districtId,
    organisation_id: organisationIdOf(row.slug),
    id: siteIdOf(row.slug),
    name: row.name.replace(" (sample)", ""),
    mode: row.mode,
    street: remote ? "" : row.street,
    city: districtId === sampleSchools["cedar-ridge"].districtId ? "Cedar Ridge" : "Greenwater",
    region: districtId === sampleSchools["cedar-ridge"].districtId ? "ID" : "WA",
    postcode: area.postcodes[0],
    area_id: areaIdOf(area.key),
    latitude: remote ? null : area.latitude + shift("latitude"),
    longitude: remote ? null : area.longitude + shift("longitude"),
    located_by: remote ? "none" : "pin",
  };
}

/** Two mentors without a placement of their own who leave an open offer of time. */
function offers(districtId: string, mentors: MentorRow[]) {
  const texts: Record<string, string> = {
    "Lucia Mendoza": "One afternoon a week I can show a student how we plan the shop's money.",
    "Kofi Mensah": "I can talk with students about nursing school any Friday after four.",
  };
  return mentors.flatMap((row) => {
    const what = texts[row.name];
    const organisation = words(row.organisations)[0];
    if (!what || !organisation) return [];
    const id = seedId(`offer:${row.name}`);
    return [
      {
        district_id: districtId,
        organisation_id: organisationIdOf(organisation),
        mentor_id: mentorIdOf(row.name),
        id,
        what,
        hours_per_week: 2,
      },
    ];
  });
}

function clearanceRow(
  { calendar }: Sample,
  slug: SampleSchoolSlug,
  schoolId: string,
  districtId: string,
  row: MentorRow,
) {
  const age = row.clearance === "expired" ? 800 : row.clearance === "pending" ? 6 : 120;
  return {
    school_id: schoolId,
    id: seedId(`clearance:${slug}:${row.name}`),
    district_id: districtId,
    mentor_id: mentorIdOf(row.name),
    type: "background_check",
    result: row.clearance === "pending" ? "pending" : "clear",
    checked_on: calendar.day(-age),
    expires_on: row.clearance === "pending" ? null : calendar.day(730 - age),
    evidence_reference: row.clearance === "pending" ? "" : `sample-${slug}-${seedId(row.name).slice(0, 6)}`,
  };
}
