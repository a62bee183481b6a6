import { castMembers, type SampleSchoolSlug, sampleGuardianCode, sampleSchools } from "../cast";
import { guardianCodeMac } from "../guardian-codes.server";
import { withScope } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import type { SampleGuardian, SampleStudent } from "./people/read-students";
import { firstNameOf, mailOf, personIdOf, phoneOf, type Sample, seedActor } from "./sample.server";
import { TERM_STARTS_AFTER } from "./sample-calendar";
import { ADULT_STUDENT, DIRECTORY_OPT_OUTS, sampleStudents } from "./sample-students";
import { schools } from "./schools";
import { seedId } from "./seed-id.server";
import { areaIdOf } from "./write-schools.server";

const DAYS_PER_YEAR = 365.25;

/** Staff, students, guardians with their rights and contact points, advisories, for one school. */
export async function writePeople(sample: Sample, slug: SampleSchoolSlug): Promise<void> {
  const { schoolId } = sampleSchools[slug];
  const students = sampleStudents[slug];
  const guardians = guardiansOf(slug);
  const staff = staffOf(slug);
  const { day } = sample.calendar;
  const since = day(TERM_STARTS_AFTER - 300);
  const person = (name: string, language: string, bornOn: string | null = null) => ({
    school_id: schoolId,
    id: personIdOf(slug, name),
    full_name: name,
    name_used: firstNameOf(name),
    language,
    born_on: bornOn,
  });
  await withScope(sample, seedActor(slug), async (tx) => {
    await insertRows(tx, "people", [
      ...staff.map(({ name }) => person(name, "en")),
      ...students.map((student, place) => person(student.name, "en", day(-ageInDays(student, place)))),
      ...guardians.map(({ name, language }) => person(name, language)),
    ]);
    await insertRows(tx, "contact_points", contactPoints(slug, sample));
    await insertRows(
      tx,
      "students",
      students.map((student) => studentRow(slug, student, since)),
    );
    await insertRows(
      tx,
      "student_interests",
      students.flatMap((student) => interestRows(slug, student)),
    );
    await insertRows(
      tx,
      "guardian_links",
      students.flatMap((student) =>
        student.guardians.map((guardian, place) => linkRow(slug, student, guardian, place, since)),
      ),
    );
    await insertRows(
      tx,
      "guardian_codes",
      guardians.map(({ name }) => {
        const guardianId = personIdOf(slug, name);
        return {
          school_id: schoolId,
          guardian_id: guardianId,
          code_mac: guardianCodeMac(sample.secret, schoolId, guardianId, sampleGuardianCode),
        };
      }),
    );
    const advisors = [...new Set(students.map(({ advisor }) => advisor))];
    await insertRows(
      tx,
      "advisories",
      advisors.map((name) => ({
        school_id: schoolId,
        id: advisoryIdOf(slug, name),
        name: `${firstNameOf(name)}'s advisory`,
        advisor_id: personIdOf(slug, name),
      })),
    );
    await insertRows(
      tx,
      "advisory_members",
      students.map(({ name, advisor }) => ({
        school_id: schoolId,
        advisory_id: advisoryIdOf(slug, advisor),
        student_id: personIdOf(slug, name),
        from_on: since,
      })),
    );
    if (slug === "lakeview") {
      await insertRows(tx, "advisory_covers", [
        {
          school_id: schoolId,
          id: seedId("cover:samir-for-tom"),
          advisory_id: advisoryIdOf(slug, "Tom Okafor"),
          cover_id: personIdOf(slug, "Samir Haddad"),
          from_on: day(-1),
          to_on: day(6),
        },
      ]);
    }
    const leads = staff.filter(({ role }) => role !== "advisor");
    await insertRows(
      tx,
      "safeguarding_leads",
      leads.map(({ personId }) => ({ school_id: schoolId, person_id: personId, from_on: since })),
    );
  });
}

export function staffOf(slug: SampleSchoolSlug) {
  return castMembers.flatMap((member) =>
    (member.role === "advisor" || member.role === "coordinator" || member.role === "admin") && member.school === slug
      ? [member]
      : [],
  );
}

/** Every guardian of a school once, also where they have two children there. */
export function guardiansOf(slug: SampleSchoolSlug): SampleGuardian[] {
  const all = sampleStudents[slug].flatMap(({ guardians }) => guardians);
  return [...new Map(all.map((guardian) => [guardian.name, guardian])).values()];
}

/** The id of the sample advisory of an advisor, by their full name. */
export function advisoryIdOf(slug: SampleSchoolSlug, advisor: string): string {
  return seedId(`advisory:${slug}:${advisor}`);
}

/** A tenth-grader is about fifteen and a half; the place in the list spreads birthdays over some months. */
function ageInDays({ name, grade }: SampleStudent, place: number): number {
  if (name === ADULT_STUDENT) return Math.round(18 * DAYS_PER_YEAR) + 60;
  return Math.round((grade + 5.2) * DAYS_PER_YEAR) + ((place * 37) % 200);
}

function contactPoints(slug: SampleSchoolSlug, { calendar }: Sample) {
  const point = (name: string, kind: string, value: string, preferred: boolean) => ({
    school_id: sampleSchools[slug].schoolId,
    id: seedId(`contact:${slug}:${name}:${kind}`),
    person_id: personIdOf(slug, name),
    kind,
    value,
    preferred,
    verified_at: preferred ? calendar.instant(-90) : null,
  });
  const mailed = (name: string, at: string) => point(name, "mail", mailOf(slug, name, at), true);
  return [
    ...staffOf(slug).map(({ name }) => mailed(name, `${slug}.example`)),
    ...sampleStudents[slug].map(({ name }) => mailed(name, `${slug}.example`)),
    ...guardiansOf(slug).flatMap(({ name, flags }, nth) =>
      flags.includes("phone-only")
        ? [
            point(name, "phone", phoneOf("families", nth), true),
            point(name, "post", "3112 Rainier Street, Apt 4, Greenwater, WA 98118", false),
          ]
        : [mailed(name, "example.org"), point(name, "phone", phoneOf("families", nth), false)],
    ),
  ];
}

function studentRow(slug: SampleSchoolSlug, student: SampleStudent, since: string) {
  return {
    school_id: sampleSchools[slug].schoolId,
    district_id: sampleSchools[slug].districtId,
    id: personIdOf(slug, student.name),
    grade: student.grade,
    area_id: areaIdOf(student.area),
    directory_opt_out: DIRECTORY_OPT_OUTS.has(student.name),
    weekdays: schools.find((school) => school.slug === slug)?.ltiWeekdays ?? [],
    travel_limit_minutes: student.travelLimitMinutes,
    languages: student.languages,
    goals: student.goals,
    search_key: seedId(`search-key:${slug}:${student.name}`),
    entered_on: since,
    // The family heard of it at the time.
    rights_moved_at: student.name === ADULT_STUDENT ? since : null,
  };
}

function interestRows(slug: SampleSchoolSlug, student: SampleStudent) {
  const row = (liked: boolean) => (entry: { interest: string; strength: number }) => ({
    school_id: sampleSchools[slug].schoolId,
    student_id: personIdOf(slug, student.name),
    interest_id: entry.interest,
    strength: entry.strength,
    liked,
  });
  return [...student.likes.map(row(true)), ...student.dislikes.map(row(false))];
}

function linkRow(
  slug: SampleSchoolSlug,
  student: SampleStudent,
  guardian: SampleGuardian,
  place: number,
  since: string,
) {
  const has = (flag: string) => guardian.flags.includes(flag);
  return {
    school_id: sampleSchools[slug].schoolId,
    id: seedId(`guardian-link:${slug}:${student.name}:${guardian.name}`),
    student_id: personIdOf(slug, student.name),
    guardian_id: personIdOf(slug, guardian.name),
    relationship: guardian.relationship,
    legal_basis: has("foster") ? "foster_or_agency" : has("guardian") ? "guardian" : "parent",
    may_consent: !has("no-consent") && student.name !== ADULT_STUDENT,
    may_see_records: !has("no-records"),
    may_know_whereabouts: !has("no-whereabouts"),
    call_order: place + 1,
    from_on: since,
  };
}
