import { type SampleSchoolSlug, sampleSchools } from "../cast";
import { withIdentity } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import { words } from "./read-table";
import { accountIdOf, mailOf, mailOfMentor, mentorIdOf, personIdOf, type Sample } from "./sample.server";
import { TERM_STARTS_AFTER } from "./sample-calendar";
import { sampleStudents } from "./sample-students";
import { seedId } from "./seed-id.server";
import { communityOf, organisationIdOf } from "./write-organisations.server";
import { guardiansOf, staffOf } from "./write-people.server";

interface Entry {
  mail: string;
  language: string;
  role: string;
  districtId: string;
  schoolId: string | null;
  organisationId: string | null;
  personId: string;
}

/** An account for everybody with a mail address, and a membership for each part somebody has; Rosa and Ingrid have two. */
export async function writeAccounts(sample: Sample): Promise<void> {
  const entries = [
    ...(Object.keys(sampleSchools) as SampleSchoolSlug[]).flatMap(schoolEntries),
    ...mentorEntries("lakeview"),
    ...mentorEntries("cedar-ridge"),
  ];
  const accounts = [
    ...new Map(entries.map(({ mail, language }) => [mail, { id: accountIdOf(mail), mail, language }])).values(),
  ];
  await withIdentity(sample, async (tx) => {
    await insertRows(tx, "identity.accounts", accounts);
    await insertRows(
      tx,
      "identity.memberships",
      entries.map(({ mail, role, districtId, schoolId, organisationId, personId }) => ({
        id: seedId(`membership:${mail}:${role}:${schoolId ?? organisationId}`),
        account_id: accountIdOf(mail),
        role,
        school_id: schoolId,
        district_id: districtId,
        organisation_id: organisationId,
        person_id: personId,
        from_on: sample.calendar.day(TERM_STARTS_AFTER),
      })),
    );
  });
}

function schoolEntries(slug: SampleSchoolSlug): Entry[] {
  const entry = (role: string, name: string, mail: string, language: string) => ({
    mail,
    language,
    role,
    ...inSchool(slug),
    personId: personIdOf(slug, name),
  });
  return [
    ...staffOf(slug).map(({ role, name, mail }) => entry(role, name, mail, "en")),
    ...sampleStudents[slug].map(({ name }) => entry("student", name, mailOf(slug, name, `${slug}.example`), "en")),
    ...guardiansOf(slug)
      .filter(({ flags }) => !flags.includes("phone-only"))
      .map(({ name, language }) => entry("guardian", name, mailOf(slug, name, "example.org"), language)),
  ];
}

function inSchool(slug: SampleSchoolSlug) {
  return { schoolId: sampleSchools[slug].schoolId, districtId: sampleSchools[slug].districtId, organisationId: null };
}

function mentorEntries(slug: SampleSchoolSlug): Entry[] {
  return communityOf(slug).mentors.flatMap((row) => {
    const organisations = words(row.organisations);
    const mail = mailOfMentor(row.name, organisations[0] ?? "");
    return organisations.map((organisation) => ({
      mail,
      language: words(row.languages)[0] ?? "en",
      role: "mentor",
      schoolId: null,
      districtId: sampleSchools[slug].districtId,
      organisationId: organisationIdOf(organisation),
      personId: mentorIdOf(row.name),
    }));
  });
}
