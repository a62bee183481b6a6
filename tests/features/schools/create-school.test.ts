import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffActor } from "~/domain/actor";
import { createSchool } from "~/features/schools/create-school.server";
import { type NewSchool, readNewSchool } from "~/features/schools/read-new-school";
import { createDatabase, type Database } from "~db/connection.server";
import { withScope } from "~db/scope.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { openSuperuser, type Rows } from "../../support/superuser";

const now = new Date("2026-09-01T17:00:00Z");
let database: TestDatabase;
let db: Database;
let look: Rows;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.webUrl, { max: 4 });
  look = await openSuperuser(database.superuserUrl);
});

afterAll(async () => {
  await look.end();
  await db.close();
  await database.drop();
});

const wiring = () => ({ db, clock: { now: () => now }, env: { origin: "https://lti.example.org" } as never });
const options = {
  name: "North Shore School",
  slug: "north-shore",
  "time-zone": "America/Los_Angeles",
  "admin-mail": "Pat.Lee@north-shore.example",
  "postal-address": "1 Shore Road",
  "help-name": "Pat Lee",
  "help-phone": "+1 206 555 0100",
};
const read = (changes: Record<string, string | undefined> = {}): NewSchool => {
  const result = readNewSchool({ ...options, ...changes }, { mode: "live" });
  if ("faults" in result) throw new Error(result.faults.join("; "));
  return result.school;
};

test("an empty school, its first admin and one invitation with a link to sign in are made", async () => {
  const outcome = await createSchool(wiring(), read());
  expect(outcome.ok).toBe(true);
  const schools = await look.rows("select name, sample, jurisdiction from schools where slug = 'north-shore'");
  expect(schools).toEqual([{ name: "North Shore School", sample: false, jurisdiction: "unknown" }]);
  const admins = await look.rows(
    "select a.mail, m.role from identity.memberships m join identity.accounts a on a.id = m.account_id",
  );
  expect(admins).toEqual([{ mail: "pat.lee@north-shore.example", role: "admin" }]);
  const mails = await look.rows("select kind, recipient_mail, props->>'link' as link from mails");
  expect(mails).toEqual([
    {
      kind: "school-invitation",
      recipient_mail: "pat.lee@north-shore.example",
      link: "https://lti.example.org/sign-in",
    },
  ]);
  expect(await look.rows("select count(*)::int as n from students")).toEqual([{ n: 0 }]);
});

test("consent texts of a new school are drafts: a named reviewer has to release them", async () => {
  await createSchool(wiring(), read({ slug: "drafts-only", name: "Drafts Only" }));
  const texts = await look.rows(
    "select distinct t.state from consent_texts t join schools s on s.id = t.school_id where s.slug = 'drafts-only'",
  );
  expect(texts).toEqual([{ state: "draft" }]);
});

test("a slug that is taken is refused and nothing is added", async () => {
  await createSchool(wiring(), read({ slug: "taken" }));
  const before = await look.rows("select count(*) as n from identity.memberships");
  expect(await createSchool(wiring(), read({ slug: "taken" }))).toMatchObject({ ok: false, reason: "slug_taken" });
  expect(await createSchool(wiring(), read({ slug: "taken", name: "Another" }))).toMatchObject({
    ok: false,
    reason: "slug_taken",
  });
  expect(await look.rows("select count(*) as n from identity.memberships")).toEqual(before);
});

test("two creations of one slug at once: one succeeds, one is refused", async () => {
  const outcomes = await Promise.all([
    createSchool(wiring(), read({ slug: "race", name: "One" })),
    createSchool(wiring(), read({ slug: "race", name: "Two" })),
  ]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a creation that stopped half way goes on with the same slug and name", async () => {
  await look.rows(`with d as (insert into districts (name) values ('Half') returning id)
    insert into schools (district_id, slug, name, time_zone, postal_address, help_name, help_phone) select id, 'half', 'Half', 'UTC', '-', '-', '-' from d`);
  expect((await createSchool(wiring(), read({ slug: "half", name: "Half" }))).ok).toBe(true);
});

test("schools of one district name share the district, others have their own", async () => {
  await createSchool(wiring(), read({ slug: "east", name: "East", district: "Both" }));
  await createSchool(wiring(), read({ slug: "west", name: "West", district: "Both" }));
  const rows = await look.rows(
    "select count(distinct district_id)::int as n from schools where slug in ('east', 'west', 'taken')",
  );
  expect(rows).toEqual([{ n: 2 }]);
});

test("the admin of a new school sees nobody of another one", async () => {
  const made = await createSchool(wiring(), read({ slug: "alone", name: "Alone" }));
  if (!made.ok) throw new Error(made.reason);
  const admin: StaffActor = {
    kind: "staff",
    role: "admin",
    accountId: made.value.schoolId,
    personId: made.value.schoolId,
    ...made.value,
  };
  const people = await withScope({ db }, admin, (tx) => tx.selectFrom("people").select("full_name").execute());
  expect(people).toEqual([{ full_name: "pat.lee" }]);
});

test("everything that is missing is named at once", () => {
  expect(readNewSchool({}, { mode: "live" })).toEqual({
    faults: [
      "--name is missing",
      "--slug is missing",
      "--time-zone is missing",
      "--admin-mail is missing",
      "--postal-address is missing",
      "--help-name is missing",
      "--help-phone is missing",
    ],
  });
});

test("what cannot be used is named with the reason", () => {
  const bad = {
    name: "A",
    slug: "No Spaces",
    "time-zone": "Mars/Base",
    "admin-mail": "nobody",
    jurisdiction: "washington",
  };
  const result = readNewSchool(bad, { mode: "local" });
  expect("faults" in result && result.faults).toEqual([
    "--slug has to be 2 to 60 small letters, digits and dashes",
    "--time-zone has to be an IANA name such as America/Los_Angeles",
    "--admin-mail has to be a mail address",
    "--jurisdiction has to look like US-WA",
  ]);
});
