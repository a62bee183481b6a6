import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consentLifecycle } from "~/domain/consent/lifecycle";
import { isInterestId } from "~/domain/interest/taxonomy";
import { introductionLifecycle } from "~/domain/introduction/lifecycle";
import { LIVE_STATES, pursuitLifecycle } from "~/domain/pursuit/lifecycle";
import { placeCount } from "~/domain/pursuit/places";
import { settingsFrom } from "~/domain/settings";
import { readEnv } from "~/env.server";
import { cast, castActor, castMembers, hasAccount, sampleGuardianCode, sampleSchools } from "~db/cast";
import { createDatabase, type Database } from "~db/connection.server";
import { guardianCodeMac } from "~db/guardian-codes.server";
import { withScope } from "~db/scope.server";
import { LOCAL_SECRET, seedSample } from "~db/seed/seed-sample";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { openSuperuser, type Rows } from "../support/superuser";

let database: TestDatabase;
let db: Database;
let look: Rows;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedSample(database);
  db = createDatabase(database.webUrl, { max: 4 });
  look = await openSuperuser(database.superuserUrl);
});

afterAll(async () => {
  await look.end();
  await db.close();
  await database.drop();
});

const count = async (text: string) => Number((await look.rows(`select count(*) as n from ${text}`))[0]?.n);

test("the sample has the size the product promises", async () => {
  expect({
    schools: await count("schools where sample"),
    districts: await count("districts"),
    students: await count("students"),
    advisors: await count("identity.memberships where role = 'advisor'"),
    coordinators: await count("identity.memberships where role = 'coordinator'"),
    organisations: await count("organisations"),
    placements: await count("placements"),
    kinds: await count("(select distinct kind from placements) k"),
    guardianLanguages: await count(
      "(select distinct p.language from people p join guardian_links g on g.school_id = p.school_id and g.guardian_id = p.id) l",
    ),
  }).toEqual({
    schools: 3,
    districts: 2,
    students: 60,
    advisors: 6,
    coordinators: 3,
    organisations: 25,
    placements: 80,
    kinds: 6,
    guardianLanguages: 4,
  });
});

test("everything a reader may take for real says that it is a sample", async () => {
  for (const table of ["schools", "districts", "organisations"])
    expect(await count(`${table} where name not like '%(sample)%'`), table).toBe(0);
  expect(await count("identity.accounts where mail !~ '(\\.example|@example\\.org)$'")).toBe(0);
});

test("no two people of a school, and no two mentors, have one phone number, which would make them look like one", async () => {
  for (const shared of [
    "select value from contact_points where kind = 'phone' group by school_id, value having count(*) > 1",
    "select value from mentor_contact_points where kind = 'phone' group by district_id, value having count(*) > 1",
  ])
    expect(await look.rows(shared)).toEqual([]);
});

test("a second run changes nothing", async () => {
  const before = await look.rows("select count(*) as n, max(at)::text as newest from audit_log");
  expect(await seedSample(database)).toBe(false);
  expect(await look.rows("select count(*) as n, max(at)::text as newest from audit_log")).toEqual(before);
});

test("a run that was interrupted is finished by the next", async () => {
  const other = await createTestDatabase();
  await seedSample(other);
  const superuser = await openSuperuser(other.superuserUrl);
  await superuser.rows("delete from audit_log where transition = 'seed_finished'");
  await superuser.rows("delete from identity.memberships where role = 'mentor'");
  expect(await seedSample(other)).toBe(true);
  expect(await superuser.rows("select count(*)::int as n from identity.memberships where role = 'mentor'")).toEqual([
    { n: 33 },
  ]);
  await superuser.end();
  await other.drop();
});

test("a database with a school of its own is left alone", async () => {
  const other = await createTestDatabase();
  const superuser = await openSuperuser(other.superuserUrl);
  await superuser.rows(`with d as (insert into districts (name) values ('Real') returning id)
    insert into schools (district_id, slug, name, time_zone, postal_address, help_name, help_phone) select id, 'real', 'Real', 'UTC', '-', '-', '-' from d`);
  expect(await seedSample(other)).toBe(false);
  expect(await superuser.rows("select count(*)::int as n from schools")).toEqual([{ n: 1 }]);
  await superuser.end();
  await other.drop();
});

test("each member of the cast is there under the fixed ids", async () => {
  for (const member of castMembers) {
    const table = member.role === "mentor" ? "mentors" : "people";
    expect(await count(`${table} where id = '${member.personId}' and full_name = '${member.name}'`), member.key).toBe(
      1,
    );
    if (!hasAccount(member)) continue;
    const membership = `identity.memberships m join identity.accounts a on a.id = m.account_id
      where a.id = '${member.accountId}' and a.mail = '${member.mail}' and m.role = '${member.role}' and m.person_id = '${member.personId}'`;
    expect(await count(membership), member.key).toBeGreaterThan(0);
  }
});

test("the keys of the cast are the names under which they stand", () => {
  for (const [key, member] of Object.entries(cast)) expect(member.key).toBe(key);
});

test("the Somali-speaking father has a phone and a letter box and no mail", async () => {
  const kinds = await look.rows(
    `select kind from contact_points where person_id = '${cast.abdi.personId}' order by kind`,
  );
  expect(kinds).toEqual([{ kind: "phone" }, { kind: "post" }]);
});

test("the secret of local mode is the one the guardian codes are made with", async () => {
  const env = readEnv({ DATABASE_URL: "postgres://a/b", DATABASE_WORKER_URL: "postgres://a/b" });
  expect(env.secret).toBe(LOCAL_SECRET);
  const [row] = await look.rows(`select code_mac from guardian_codes where guardian_id = '${cast.rosa.personId}'`);
  expect(row?.code_mac).toEqual(
    guardianCodeMac(LOCAL_SECRET, cast.rosa.schoolId, cast.rosa.personId, sampleGuardianCode),
  );
});

test("listings are in each state and some are full", async () => {
  const states = await look.rows("select distinct state from listings order by state");
  expect(states.map(({ state }) => state)).toEqual(["archived", "in_review", "paused", "published"]);
  const full =
    await look.rows(`select l.id from listings l join seat_holds h on h.school_id = l.school_id and h.listing_id = l.id
    where l.state = 'published' group by l.school_id, l.id, l.seats having count(distinct h.seat_no) >= l.seats`);
  expect(full.length).toBeGreaterThanOrEqual(4);
});

test("pursuits, consents, introductions and tasks are in the states that pages have to show", async () => {
  const distinct = async (table: string) =>
    (await look.rows(`select distinct state from ${table} order by state`)).map(({ state }) => state);
  expect(await distinct("pursuits")).toEqual([
    "accepted",
    "approved",
    "completed",
    "contacted",
    "declined",
    "expired",
    "not_taken",
    "offered",
    "requested",
    "suggested",
    "withdrawn",
  ]);
  expect(await distinct("consents")).toEqual(["given", "lapsed", "refused", "requested"]);
  expect(await distinct("introductions")).toEqual(["accepted", "in_review", "invited", "submitted"]);
  const kinds = await look.rows("select distinct kind from staff_tasks order by kind");
  expect(kinds.map(({ kind }) => kind)).toEqual([
    "consent_refused",
    "find_contact",
    "interpreter_consent",
    "no_guardian",
    "relative_pair",
  ]);
  expect(await count("clearances where expires_on < current_date")).toBeGreaterThan(0);
  expect(await count("placements where lead_mentor_id is null")).toBeGreaterThan(0);
  expect(await count("placement_backups")).toBeGreaterThan(0);
});

test("the sample keeps the rules: places, disclosures, limits, tags", async () => {
  expect(
    await count(`disclosures d where not exists (select 1 from consents c where c.school_id = d.school_id and c.id = d.consent_id
    and c.purpose = 'looking' and c.state = 'given')`),
  ).toBe(0);
  expect(
    await count(`disclosures d where not exists (select 1 from pursuits u where u.school_id = d.school_id and u.id = d.pursuit_id
    and u.student_asked_at is not null and u.approved_at is not null)`),
  ).toBe(0);
  const places = await look.rows(`select l.seats, s.overrides, max(p.place_no) as highest from pursuit_places p
    join listings l on l.school_id = p.school_id and l.id = p.listing_id join school_settings s on s.school_id = l.school_id
    group by l.school_id, l.id, l.seats, s.overrides`);
  for (const { seats, overrides, highest } of places) {
    expect(Number(highest)).toBeLessThanOrEqual(
      placeCount(Number(seats), settingsFrom(overrides as Record<string, unknown>).placesPerSeat),
    );
  }
  const live = LIVE_STATES.map((state) => `'${state}'`).join(",");
  expect(
    await look.rows(`select student_id from pursuits where state in (${live}) group by student_id having count(*) > 2`),
  ).toEqual([]);
  const tags = await look.rows(
    "select interest_id from student_interests union select interest_id from placement_interests union select unnest(interests) from mentors",
  );
  expect(tags.filter(({ interest_id }) => !isInterestId(String(interest_id)))).toEqual([]);
});

/** Who creates a thing; the tables of the lifecycles say who moves it on. */
const CREATORS: Record<string, string[]> = {
  "pursuit request": ["student"],
  "pursuit suggest": ["coordinator"],
  "pursuit disclose": ["system"],
  "consent request": ["coordinator", "mentor", "system"],
  "introduction propose": ["student", "guardian", "coordinator"],
};
const LIFECYCLES: Record<string, Record<string, { by: readonly string[] }>> = {
  pursuit: pursuitLifecycle,
  consent: consentLifecycle,
  introduction: introductionLifecycle,
};
const BY_ITSELF = ["pursuit contact", "pursuit disclose", "pursuit expire", "consent request"];

test("every act in the histories names who does such a thing, and only what nobody does by hand is by the system", async () => {
  const acts = await look.rows(`select noun, transition, actor_kind, actor_id, actor_note,
      exists (select 1 from people p where p.school_id = a.school_id and p.id = a.actor_id)
        or exists (select 1 from mentors m where m.district_id = a.district_id and m.id = a.actor_id) as is_known
    from audit_log a where noun in ('pursuit', 'consent', 'introduction')`);
  expect(acts.length).toBeGreaterThan(100);
  const wrong = acts.filter(({ noun, transition, actor_kind: kind, actor_note: note, actor_id: id, is_known }) => {
    const act = `${noun} ${transition}`;
    const by = CREATORS[act] ?? LIFECYCLES[String(noun)]?.[String(transition)]?.by ?? [];
    if (kind === "system") return id !== null || !BY_ITSELF.includes(act) || !by.includes("system");
    if (kind === "link") return !by.includes(note === "consent" ? "guardian" : "mentor") || (id !== null && !is_known);
    return !by.includes(kind === "staff" ? "coordinator" : String(kind)) || !is_known;
  });
  expect(wrong).toEqual([]);
});

test("Diego's history names him, his coordinator and his host", async () => {
  const acts = await look.rows(`select a.transition, a.actor_kind, coalesce(p.full_name, m.full_name) as who
    from audit_log a join pursuits u on u.school_id = a.school_id and u.id = a.noun_id
    join people s on s.school_id = u.school_id and s.id = u.student_id
    left join people p on p.school_id = a.school_id and p.id = a.actor_id left join mentors m on m.id = a.actor_id
    where s.full_name = 'Diego Flores' and a.transition <> 'disclose' order by a.at`);
  expect(acts).toEqual([
    { transition: "request", actor_kind: "student", who: "Diego Flores" },
    { transition: "approve", actor_kind: "staff", who: "Ines Carvalho" },
    { transition: "contact", actor_kind: "system", who: null },
    { transition: "offer", actor_kind: "mentor", who: "Carlos Mendoza" },
  ]);
});

test("each published placement is on its way to the search index, once", async () => {
  const published = await count("(select distinct placement_id from listings where state = 'published') p");
  const jobs = await look.rows(
    "select identifier, count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier <> 'sync-students' group by 1",
  );
  expect(jobs).toEqual([{ identifier: "sync-placement", n: published }]);
});

test("every student is on the way to the index of interests", async () => {
  const keys = await look.rows(
    `select distinct jsonb_array_elements_text((j.payload -> 'keys')::jsonb) as key from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'sync-students' and json_typeof(j.payload -> 'keys') = 'array'`,
  );
  expect(keys).toHaveLength(await count("students"));
});

test("nobody of the cast reads a student of another school", async () => {
  for (const member of castMembers.filter(hasAccount)) {
    const schools = await withScope({ db }, castActor(member), (tx) =>
      tx.selectFrom("students").select("school_id").distinct().execute(),
    );
    expect(schools, member.key).toEqual(member.role === "mentor" ? [] : [{ school_id: member.schoolId }]);
  }
});

test("organisations are shared by the two schools of a district and unknown to the other", async () => {
  const names = (key: "ines" | "malik" | "greta") =>
    withScope({ db }, castActor(cast[key]), (tx) =>
      tx.selectFrom("organisations").select("name").orderBy("name").execute(),
    );
  const [lakeview, harbor, cedar] = [await names("ines"), await names("malik"), await names("greta")];
  expect(lakeview).toHaveLength(19);
  expect(harbor).toEqual(lakeview);
  expect(cedar).toHaveLength(6);
  expect(Object.keys(sampleSchools)).toHaveLength(3);
});

test("a host reads only what was disclosed to its own organisation", async () => {
  const ingrid = await withScope({ db }, castActor(cast.ingrid), (tx) =>
    tx.selectFrom("disclosures").select("first_name").execute(),
  );
  expect(ingrid).toEqual([{ first_name: "Jada" }]);
  const maya = await withScope({ db }, castActor(cast.maya), (tx) =>
    tx.selectFrom("disclosures").select("first_name").execute(),
  );
  expect(maya.map(({ first_name }) => first_name)).not.toContain("Jada");
});

test("docs/cast.md names each member of the cast with mail and note, and the sample guardian code", () => {
  const page = readFileSync("docs/cast.md", "utf8");
  const missing = castMembers.filter((member) => {
    const row = page
      .split("\n")
      .find((line) => line.startsWith(`| \`${member.key}\` | ${member.name} | ${member.role} |`));
    return !row?.includes(member.note) || (member.mail !== null && !row.includes(member.mail));
  });
  expect(missing.map(({ key }) => key)).toEqual([]);
  expect(page).toContain(sampleGuardianCode);
});
