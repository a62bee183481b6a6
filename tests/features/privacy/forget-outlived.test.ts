import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetOutlived } from "~/features/privacy/forget-outlived.server";
import { sweep } from "~/jobs/sweep";
import { cast, sampleSchools } from "~db/cast";
import { districtRules, identityRules, schoolRules } from "~db/retention.server";
import type { TestDatabase } from "../../support/database";
import { createSeededDatabase } from "../../support/seeded-database";
import { sql } from "../../support/sql";
import { createTestWiring, TEST_NOW, type TestWiring } from "../../support/wiring";

let database: TestDatabase;
let wiring: TestWiring;
beforeAll(async () => {
  database = await createSeededDatabase();
  wiring = createTestWiring(database);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const { schoolId, districtId } = sampleSchools.lakeview;
const { organisationId, personId: mentorId } = cast.maya;
const { personId: studentId } = cast.ana;

/** For each rule a row whose time is `$1` and that `$2` names; `named` finds the names of those that are left. */
const rows: Record<string, { insert: string; named: string }> = {
  match_runs: {
    insert: `insert into match_runs (school_id, weights_version, seed, created_at, input_hash) values ('${schoolId}', 1, 1, $1, $2)`,
    named: "select input_hash as name from match_runs",
  },
  matches: {
    insert: `insert into matches (school_id, picked_at, student_id, listing_id, score, parts, reasons, hold_fault)
      select school_id, $1, '${studentId}', id, 1, '{}', '{}', $2 from listings where school_id = '${schoolId}' limit 1`,
    named: "select hold_fault as name from matches",
  },
  invitations: {
    insert: `insert into invitations (school_id, person_id, way, note, invited_at, expires_at, withdrawn_at)
      values ('${schoolId}', '${studentId}', 'hand', $2, $1::timestamptz - interval '30 days', $1, $1)`,
    named: "select note as name from invitations",
  },
  staff_tasks: {
    insert: `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, state, done_at)
      values ('${schoolId}', 'no_guardian', 'student', '${studentId}', $2, 'done', $1)`,
    named: "select dedupe_key as name from staff_tasks",
  },
  contact_points: {
    insert: `with gone as (insert into people (school_id, full_name, name_used, left_on) values ('${schoolId}', $2, $2, $1) returning school_id, id)
      insert into contact_points (school_id, person_id, kind, value) select school_id, id, 'sms', $2 from gone`,
    named: "select value as name from contact_points",
  },
  saved_searches: {
    insert: `with gone as (insert into people (school_id, full_name, name_used, left_on) values ('${schoolId}', $2, $2, $1) returning school_id, id),
        student as (insert into students (school_id, district_id, id, grade) select school_id, '${districtId}', id, 10 from gone returning school_id, id)
      insert into saved_searches (school_id, student_id, name, wish, mails_news, looked_until, created_at)
      select school_id, id, $2, '{}', true, '2026-01-01', '2026-01-01' from student`,
    named: "select name from saved_searches",
  },
  replies: {
    insert: `with talk as (insert into threads (school_id, pursuit_id, opened_at) select school_id, id, $1 from pursuits where school_id = '${schoolId}'
        on conflict (school_id, pursuit_id) do update set opened_at = excluded.opened_at returning school_id, id),
      seat as (insert into thread_members (school_id, thread_id, role, person_id, district_id, joined_at)
        select school_id, id, 'student', '${studentId}', '${districtId}', $1 from talk limit 1
        on conflict (school_id, thread_id, person_id) do update set joined_at = excluded.joined_at returning school_id, id)
      insert into replies (school_id, member_id, source, received_at) select school_id, id, $2, $1 from seat`,
    named: "select source as name from replies",
  },
  meetings: {
    insert: `insert into meetings (school_id, student_id, with_id, starts_at, ends_at, place, family_asked, created_at)
      values ('${schoolId}', '${studentId}', '${cast.tom.personId}', $1::timestamptz - interval '1 hour', $1, $2, false, $1)`,
    named: "select place as name from meetings",
  },
  advisory_covers: {
    insert: `insert into advisory_covers (school_id, advisory_id, cover_id, from_on, to_on)
      select school_id, id, advisor_id, $1::date - length($2), $1 from advisories where school_id = '${schoolId}' limit 1`,
    named: "select case when to_on < '2021-10-15' then 'older' else 'younger' end as name from advisory_covers",
  },
  terms: {
    insert: `insert into terms (school_id, name, starts_on, ends_on, lti_weekdays, day_starts_at, day_ends_at)
      values ('${schoolId}', $2, $1::date - 90, $1, '{2}', '09:00', '15:00')`,
    named: "select name from terms",
  },
  no_school_days: {
    insert: `insert into no_school_days (school_id, day, reason) values ('${schoolId}', $1, $2)`,
    named: "select reason as name from no_school_days",
  },
  fund_checks: {
    insert: `with old as (insert into fund_checks (school_id, book, state, from_at, started_at, ended_at)
        values ('${schoolId}', 'test', 'complete', $1, $1, $1) returning school_id, id)
      insert into fund_differences (school_id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at)
      select school_id, 'test', id, 'unknown_line', $2, 'usd', 1, 0, $1 from old`,
    named: "select reference as name from fund_differences",
  },
  stripe_events: {
    insert: `insert into stripe_events (school_id, book, event_id, type, received_at) values ('${schoolId}', 'test', $2, 'payout.paid', $1)`,
    named: "select event_id as name from stripe_events",
  },
  drafts: {
    insert: `with account as (insert into identity.accounts (mail) values ($2 || '@draft.example') returning id)
      insert into drafts (district_id, organisation_id, account_id, form, content, updated_at) select '${districtId}', '${organisationId}', id, $2, '{}', $1 from account`,
    named: "select form as name from drafts",
  },
  outreach_addresses: {
    insert: `insert into outreach_addresses (district_id, address_hash, written_at) values ('${districtId}', sha256(convert_to($2, 'utf8')), $1)`,
    named:
      "select n as name from outreach_addresses join unnest(array['older', 'younger']) as n on address_hash = sha256(convert_to(n, 'utf8'))",
  },
  mentor_offers: {
    insert: `insert into mentor_offers (district_id, organisation_id, mentor_id, what, ended_at) values ('${districtId}', '${organisationId}', '${mentorId}', $2, $1)`,
    named: "select what as name from mentor_offers",
  },
  transfers: {
    insert: `insert into transfers (district_id, from_school_id, to_school_id, student_id, student_name, last_day, first_day, asks_first, said_at, lapsed_at)
      values ('${districtId}', '${schoolId}', '${sampleSchools.harbor.schoolId}', '${studentId}', $2, $1::timestamptz::date - 3, $1::timestamptz::date, false, $1, $1)`,
    named: "select student_name as name from transfers",
  },
  merges: {
    insert: `with merge as (insert into merges (district_id, noun, kept_id, gone_id, by_school_id, merged_at)
        values ('${districtId}', 'organisation', '${organisationId}', gen_random_uuid(), '${schoolId}', $1) returning district_id, id)
      insert into merge_moves (district_id, merge_id, table_name, row_key) select district_id, id, $2, '{}' from merge`,
    named: "select table_name as name from merge_moves",
  },
  "identity.links": {
    insert: `insert into identity.links (token_hash, kind, school_id, district_id, subject_id, expires_at, language)
      values (sha256(convert_to($2, 'utf8')), 'consent', '${schoolId}', '${districtId}', '${studentId}', $1, $2)`,
    named: "select language as name from identity.links",
  },
  "identity.accounts": {
    insert: `with account as (insert into identity.accounts (mail) values ($2) returning id)
      insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on, to_on)
      select account.id, 'student', '${schoolId}', '${districtId}', '${studentId}', ends - 30, ends from account, unnest(array[$1::date, $1::date - 500]) as ends`,
    named: "select mail as name from identity.accounts",
  },
  "identity.memberships": {
    insert: `insert into identity.memberships (account_id, role, school_id, district_id, person_id, from_on, to_on)
      select account_id, 'student', '${schoolId}', '${districtId}', '${studentId}', $1::date - length($2), $1 from identity.memberships where to_on is null limit 1`,
    named:
      "select case when to_on < '2025-10-15' then 'older' else 'younger' end as name from identity.memberships where to_on is not null",
  },
};

test.each([...schoolRules, ...districtRules, ...identityRules])(
  "$table: a day past $keeps a row goes, a day before it stays",
  async ({ table, keeps }) => {
    const { insert = "", named = "" } = rows[table] ?? {};
    for (const [name, days] of [
      ["older", 1],
      ["younger", -1],
    ] as const) {
      const at = (
        await sql<{ at: string }>(
          database,
          "select ($1::timestamptz - $2::interval - make_interval(days => $3))::text as at",
          [TEST_NOW.toISOString(), keeps, days],
        )
      )[0]?.at;
      await sql(database, insert, [at, name].slice(0, insert.includes("$2") ? 2 : 1));
    }
    await forgetOutlived(wiring);
    const names = (await sql<{ name: string }>(database, named)).map(({ name }) => name);
    expect(names).toContain("younger");
    expect(names).not.toContain("older");
  },
);

test("what has no end stays: open tasks, people who are here, accounts without a membership", async () => {
  await sql(
    database,
    "insert into identity.accounts (mail, created_at) values ('invited@school.example', '2010-01-01')",
  );
  const kept = `(select count(*)::int from staff_tasks where state = 'open') as tasks,
    (select count(*)::int from contact_points c join people p using (school_id) where p.id = c.person_id and p.left_on is null) as points,
    (select count(*)::int from identity.accounts a where mail = 'invited@school.example'
      or exists (select from identity.memberships m where m.account_id = a.id and m.to_on is null)) as accounts`;
  const [before] = await sql(database, `select ${kept}`);
  wiring.clock.set(new Date("2090-01-01"));
  await forgetOutlived(wiring);
  wiring.clock.set(TEST_NOW);
  expect((await sql(database, `select ${kept}`))[0]).toEqual(before);
});

test.each([
  ["that made a plan", "finished", "{}"],
  ["whose engine threw, and that has no plan", "failed", "null"],
])(
  "a run %s takes its pairs and its snapshot along, and the hourly sweep says how many rows went",
  async (_, state, plan) => {
    const [run] = await sql<{ id: string }>(
      database,
      `insert into match_runs (school_id, state, weights_version, seed, created_at) values ('${schoolId}', '${state}', 1, 1, '2020-01-01') returning id`,
    );
    await sql(
      database,
      `insert into match_snapshots (school_id, run_id, input, plan, student_ids) values ('${schoolId}', $1, '', '${plan}', '{}')`,
      [run?.id],
    );
    await sql(
      database,
      `insert into matches (school_id, run_id, student_id, listing_id, score, for_student, for_placement, parts, reasons)
      select school_id, $1, '${studentId}', id, 1, 1, 1, '[]', '[]' from listings where school_id = '${schoolId}' limit 1`,
      [run?.id],
    );
    await sweep(wiring);
    for (const table of ["match_snapshots", "matches"])
      expect(await sql(database, `select 1 from ${table} where run_id = $1`, [run?.id])).toEqual([]);
    expect(wiring.lines.at(-1)?.fields).toMatchObject({ counts: { match_runs: 1, staff_tasks: 0 } });
  },
);
