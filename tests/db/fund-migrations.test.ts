import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listMigrations, migrate } from "~db/migrate";
import { createEmptyDatabase } from "../support/database";
import { openSuperuser, type Rows } from "../support/superuser";

const school = "00000000-0000-4000-8000-000000000001";
/** A check by itself, one that bounced, an invoice that was paid in part by check, a promise, a check as old as the column. */
const [lone, bounced, part, promise, old] = [1, 2, 3, 4, 5].map((at) => `00000000-0000-4000-8000-00000000000${at}`);
const mailed = "m".repeat(43);

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let superuser: Rows;
beforeAll(async () => {
  database = await createEmptyDatabase();
  superuser = await openSuperuser(database.superuserUrl);
  await migrateTo("0061");
  await superuser.rows("insert into districts (id, name) values ($1, 'Lake')", [school]);
  await superuser.rows(
    `insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
      values ($1, $1, 'lake', 'Lake', 'America/Los_Angeles', '1 Lake Street', 'Ines', '555-0100')`,
    [school],
  );
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** Runs every migration that is numbered before. */
async function migrateTo(before: string): Promise<void> {
  const migrations = listMigrations().filter(({ name }) => name < before);
  await migrate(database.ownerUrl, { migrations, indexes: [] });
}

interface OldGift {
  id: string | undefined;
  way: "checkout" | "pledge" | "cheque";
  cheque?: { minor: number | null; number: string; on: string; bouncedAt?: string };
}

/** A gift of $100 as the version before wrote it, with its check in columns of its own. */
async function insertOldGift({ id, way, cheque }: OldGift): Promise<void> {
  await superuser.rows(
    `insert into gifts (school_id, district_id, id, book, purpose, minor, currency, way, cheque_minor, cheque_number, received_on, cheque_bounced_at)
      values ($1, $1, $2, 'test', 'transit', 10000, 'usd', $3, $4, $5, $6, $7)`,
    [
      ...[school, id, way, cheque?.minor ?? null, cheque?.number ?? ""],
      ...[cheque?.on ?? null, cheque?.bouncedAt ?? null],
    ],
  );
}

const cheques = () =>
  superuser.rows(
    `select id, gift_id, minor::int, number, received_on::text as "on", bounced_at is not null as bounced, owed_again as again
      from gift_cheques order by id`,
  );
const copied = (id: string | undefined, own: object) => ({ id, gift_id: id, bounced: false, again: false, ...own });

test("checks from when a gift had one become rows of their own, and what an older process writes still comes along", async () => {
  await insertOldGift({ id: lone, way: "cheque", cheque: { minor: 10_000, number: "1", on: "2026-09-01" } });
  const cameBack = { minor: 10_000, number: "2", on: "2026-09-02", bouncedAt: "2026-09-20T10:00:00Z" };
  await insertOldGift({ id: bounced, way: "cheque", cheque: cameBack });
  await insertOldGift({ id: part, way: "pledge", cheque: { minor: 4_000, number: "3", on: "2026-09-03" } });
  await insertOldGift({ id: promise, way: "pledge" });
  await migrateTo("0062");
  const before = [
    copied(lone, { minor: 10_000, number: "1", on: "2026-09-01" }),
    copied(bounced, { minor: 10_000, number: "2", on: "2026-09-02", bounced: true }),
    copied(part, { minor: 4_000, number: "3", on: "2026-09-03" }),
  ];
  expect(await cheques()).toEqual(before);

  // processes of the version before run on beside the new ones for a while
  await superuser.rows("update gifts set cheque_bounced_at = now() where id = $1", [lone]);
  await superuser.rows(
    "update gifts set received_on = '2026-10-01', cheque_minor = 2500, cheque_number = '4' where id = $1",
    [promise],
  );
  await insertOldGift({ id: old, way: "cheque", cheque: { minor: null, number: "5", on: "2026-10-02" } });
  expect(await cheques()).toEqual([
    { ...before[0], bounced: true },
    ...before.slice(1),
    copied(promise, { minor: 2_500, number: "4", on: "2026-10-01" }),
    copied(old, { minor: 10_000, number: "5", on: "2026-10-02" }),
  ]);
});

test("gifts from before links were noted are opened by the links of their mails, and by no other", async () => {
  const [link] = await superuser.rows(
    `insert into identity.links (token_hash, kind, school_id, district_id, subject_id, expires_at)
      values ($2, 'give', $1, $1, $1, now() + interval '1 year') returning id`,
    [school, createHash("sha256").update(mailed).digest()],
  );
  await superuser.rows(
    `insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, dedupe_key)
      values ($1, $1, 'gift-pledged', 'transactional', $2, 'bo@example.org', 'en', $3)`,
    [school, { link: `http://localhost/give/${mailed}/gifts/${part}` }, `gift-pledged:${part}`],
  );
  await superuser.rows("update gifts set link_ids = null");
  const noted = [bounced];
  await superuser.rows("update gifts set link_ids = $2 where id = $1", [bounced, noted]);
  await migrateTo("0063");
  const links = await superuser.rows("select id, link_ids from gifts order by id");
  expect(links).toEqual([
    { id: lone, link_ids: [] },
    { id: bounced, link_ids: noted },
    { id: part, link_ids: [link?.id] },
    { id: promise, link_ids: [] },
    { id: old, link_ids: [] },
  ]);
});

test("a student who leaves takes where the receipt is along, and the row of the payment stays", async () => {
  const student = "00000000-0000-4000-8000-0000000000aa";
  await superuser.rows("insert into people (school_id, id, full_name, name_used) values ($1, $2, 'Pia Berg', 'Pia')", [
    school,
    student,
  ]);
  await superuser.rows("insert into students (school_id, district_id, id, grade) values ($1, $1, $2, 10)", [
    school,
    student,
  ]);
  await superuser.rows(
    `insert into fund_allocations (school_id, book, student_id, purpose, minor, currency, state, need, business_decision, proposed_at, disbursed_minor, paid_on, evidence)
      values ($1, 'test', $2, 'tools', 4000, 'usd', 'disbursed', 'Shoes for Pia', 'Memo on Pia', now(), 4000, '2026-10-01', 'Receipt of Pia')`,
    [school, student],
  );
  await superuser.rows("delete from students where id = $1", [student]);
  const left = await superuser.rows(
    "select student_id, need, business_decision, evidence, disbursed_minor::int from fund_allocations",
  );
  expect(left).toEqual([{ student_id: null, need: "", business_decision: "", evidence: "", disbursed_minor: 4_000 }]);
});

test("gifts that were tied by a typed name alone are nobody's; those of a mentor or of the organization's link stay", async () => {
  await migrateTo("0082");
  const clinic = "00000000-0000-4000-8000-0000000000c1";
  const mentor = "00000000-0000-4000-8000-0000000000c2";
  await superuser.rows(
    "insert into organisations (district_id, id, name, name_key) values ($1, $2, 'Clinic', 'clinic')",
    [school, clinic],
  );
  await superuser.rows(
    "insert into mentors (district_id, id, full_name, name_used) values ($1, $2, 'Ingrid Berg', 'Ingrid')",
    [school, mentor],
  );
  const [link] = await superuser.rows(
    `insert into identity.links (token_hash, kind, school_id, district_id, subject_id, organisation_id, expires_at)
      values ($3, 'give', $1, $1, $1, $2, now() + interval '1 year') returning id`,
    [school, clinic, createHash("sha256").update("invited").digest()],
  );
  await superuser.rows("update gifts set organisation_id = $1, donor_name = 'Clinic'", [clinic]);
  await superuser.rows("update gifts set given_by = $2 where id = $1", [part, mentor]);
  await superuser.rows("update gifts set link_ids = array[$2::uuid] where id = $1", [promise, link?.id]);
  // the mentor who gave this one has left; who acted stands in the log
  await superuser.rows(
    `insert into audit_log (school_id, district_id, actor_kind, on_behalf_of, noun, noun_id, transition)
      values ($1, $1, 'system', $2, 'gift', $3, 'pledge')`,
    [school, mentor, old],
  );
  await migrateTo("0083");
  const tied = (id: string | undefined, origin: string) => ({ id, origin, organisation_id: clinic });
  const free = (id: string | undefined) => ({ id, origin: "unasked", organisation_id: null });
  expect(await superuser.rows("select id, origin, organisation_id from gifts order by id")).toEqual([
    free(lone),
    free(bounced),
    tied(part, "signed_in"),
    tied(promise, "link"),
    tied(old, "signed_in"),
  ]);
  expect(await superuser.rows("select distinct donor_name from gifts")).toEqual([{ donor_name: "Clinic" }]);
  // what a process of the version before still ties by name is untied as it comes in
  const late = "00000000-0000-4000-8000-0000000000c3";
  await superuser.rows(
    `insert into gifts (school_id, district_id, id, book, purpose, minor, currency, way, organisation_id)
      values ($1, $1, $2, 'test', 'transit', 10000, 'usd', 'pledge', $3)`,
    [school, late, clinic],
  );
  expect(await superuser.rows("select organisation_id from gifts where id = $1", [late])).toEqual([
    { organisation_id: null },
  ]);
});

test("what was said of a check moves from the log to the check, unless its donor is forgotten; the log keeps no word", async () => {
  await migrateTo("0094");
  await superuser.rows("update gifts set donor_name = '' where id = $1", [bounced]);
  const say = (id: string | undefined, words: string) =>
    superuser.rows(
      `insert into audit_log (school_id, district_id, at, actor_kind, noun, noun_id, transition, evidence)
        select school_id, school_id, created_at, 'system', 'gift', gift_id, 'cheque', replace($2, '#', number) from gift_cheques where gift_id = $1`,
      [id, words],
    );
  const kept = () => superuser.rows("select distinct evidence from audit_log where transition = 'cheque'");
  await say(lone, "#: A bequest");
  await say(bounced, "#: Of Ms Voss");
  await say(part, "#");
  await say(old, "Of an estate");
  expect(await kept()).toHaveLength(4);
  await migrateTo("0095");
  expect(await superuser.rows("select gift_id, why_more from gift_cheques where why_more <> '' order by 1")).toEqual([
    { gift_id: lone, why_more: "A bequest" },
    { gift_id: old, why_more: "Of an estate" },
  ]);
  expect(await kept()).toEqual([{ evidence: "" }]);
  // nor what a process of the version before still says there
  await say(old, "#: Of Ms Voss");
  expect(await kept()).toEqual([{ evidence: "" }]);
});

test("an invoice that was left open is noted where it stands, and references are counted as they come in", async () => {
  await migrateTo("0100");
  const add = (reference: string) =>
    superuser.rows("insert into gift_references (school_id, book, reference, gift_id) values ($1, 'test', $2, $3)", [
      ...[school, reference, part],
    ]);
  await add("in_settled");
  await add("in_left");
  await superuser.rows("update gifts set left_invoice = 'in_left' where id = $1", [part]);
  await migrateTo("0101");
  await add("in_a");
  expect(await superuser.rows("select reference, left_open as open from gift_references order by learned")).toEqual([
    { reference: "in_settled", open: false },
    { reference: "in_left", open: true },
    { reference: "in_a", open: false },
  ]);
});

test("the rest of the migrations runs on what these left", async () => {
  await migrateTo("9");
  expect(await cheques()).toHaveLength(5);
});
