import { parseCrontab } from "graphile-worker";
import { sql as raw } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { laneOf } from "~/domain/mail/lane";
import { crontab, jobs, type Task } from "~/jobs/catalogue";
import { enqueue } from "~db/jobs.server";
import { enqueueMail } from "~db/mails.server";
import { withIdentity, withScope, withSystem } from "~db/scope.server";
import { mailCatalogue } from "~emails/catalogue";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { insertSchool, listJobs, promiseMail, readMail, type TestSchool } from "../support/mail";
import { sql } from "../support/sql";
import { createTestWiring, TEST_NOW, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let school: TestSchool;
let stranger: TestSchool;
let wiring: TestWiring;

beforeAll(async () => {
  database = await createTestDatabase();
  school = await insertSchool(database, "lakeview");
  stranger = await insertSchool(database, "harbor");
  wiring = createTestWiring(database);
});
afterEach(() => sql(database, "truncate mails, graphile_worker._private_jobs"));
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const systemOf = ({ schoolId, districtId }: TestSchool) =>
  ({ kind: "system", job: "test", schoolId, districtId }) as const;
const request = {
  kind: "consent-request",
  props: mailCatalogue["consent-request"].example,
  to: { mail: "rosa@family.example", language: "es" },
  dedupeKey: "consent-request:1",
  now: TEST_NOW,
} as const;

test("a promised mail is a row and one job that names only the row", async () => {
  const mailId = await promiseMail(wiring, school);
  expect(await readMail(database, mailId)).toMatchObject({ state: "queued", district_id: school.districtId });
  const [job] = await sql(database, "select payload, max_attempts from graphile_worker._private_jobs");
  expect(job).toEqual({ payload: { mailId }, max_attempts: jobs["deliver-mail"].maxAttempts });
  const queue_name = laneOf("rosa@family.example");
  expect(await listJobs(database, "deliver-mail")).toMatchObject([{ key: `mail:${mailId}`, queue_name }]);
});

test("a mail that nobody waits for leaves after the quiet hours of the school's own clock, others at once", async () => {
  const before = wiring.clock.now();
  wiring.clock.set(new Date("2026-10-16T04:00:00Z"));
  await promiseMail(wiring, school, { kind: "conversation-news" });
  const [waits] = await listJobs(database, "deliver-mail");
  expect(new Date(waits?.run_at ?? 0).toISOString()).toBe("2026-10-16T15:00:00.000Z");
  await sql(database, "delete from graphile_worker._private_jobs");
  await promiseMail(wiring, school, { kind: "consent-request" });
  const [leaves] = await listJobs(database, "deliver-mail");
  expect(new Date(leaves?.run_at ?? 0).getTime()).toBeLessThanOrEqual(Date.now());
  wiring.clock.set(before);
});

test("a transaction that fails promises nothing", async () => {
  const failing = withScope(wiring, systemOf(school), async (tx) => {
    await enqueueMail(tx, { ...request, schoolId: school.schoolId });
    throw new Error("the fact did not happen");
  });
  await expect(failing).rejects.toThrow("the fact did not happen");
  expect(await sql(database, "select id from mails")).toEqual([]);
  expect(await listJobs(database, "deliver-mail")).toEqual([]);
});

test("the same key promises one mail in a school, and one more in another", async () => {
  const promise = (by: TestSchool) =>
    withScope(wiring, systemOf(by), (tx) => enqueueMail(tx, { ...request, schoolId: by.schoolId }));
  const both = await Promise.all([promise(school), promise(school)]);
  expect(both.filter((id) => id === null)).toHaveLength(1);
  expect(await promise(stranger)).not.toBeNull();
  expect(await listJobs(database, "deliver-mail")).toHaveLength(2);
});

test("props that are not the kind's are refused, and nothing is promised", async () => {
  const wrong = withScope(wiring, systemOf(school), (tx) =>
    enqueueMail(tx, {
      ...request,
      props: { ...request.props, link: "javascript:alert(1)" },
      schoolId: school.schoolId,
    }),
  );
  await expect(wrong).rejects.toThrow(/link/);
  expect(await sql(database, "select id from mails")).toEqual([]);
});

test("a stranger may not promise mail of another school, nor read it, and nobody in a request reads a body", async () => {
  await promiseMail(wiring, school);
  const foreign = withScope(wiring, systemOf(stranger), (tx) =>
    enqueueMail(tx, { ...request, schoolId: school.schoolId }),
  );
  await expect(foreign).rejects.toThrow(/row-level security|null value|mails_check/);
  const seen = await withScope(wiring, systemOf(stranger), (tx) => tx.selectFrom("mails").select("id").execute());
  expect(seen).toEqual([]);
  const body = withScope(wiring, systemOf(school), (tx) => tx.selectFrom("mails").select("props").execute());
  await expect(body).rejects.toThrow(/permission denied/);
});

test("a job of another school or district is refused, and so is a task that is not listed", async () => {
  const { schoolId, districtId } = stranger;
  const id = "0199d1f0-0000-7000-8000-000000000000";
  const inSchool = (work: Parameters<typeof withScope<void>>[2]) => withScope(wiring, systemOf(school), work);
  await expect(inSchool((tx) => enqueue(tx, "run-import", { schoolId, importId: id }))).rejects.toThrow(
    /another school/,
  );
  await expect(inSchool((tx) => enqueue(tx, "sync-placement", { districtId, placementId: id }))).rejects.toThrow(
    /another school/,
  );
  await expect(withIdentity(wiring, (tx) => enqueue(tx, "sweep", {}))).rejects.toThrow(/only sends mail/);
  const unknown = withSystem(wiring, (tx) =>
    raw`select app.enqueue('drop-everything', '{}', null, null, null, 1, 0)`.execute(tx),
  );
  await expect(unknown).rejects.toThrow(/there is no task/);
});

test("a job that comes by the clock has the queue and the tries of its task", () => {
  const items = parseCrontab(crontab);
  expect(items.map(({ task }) => task)).toContain("check-search");
  for (const { task, options } of items) {
    const { queue, maxAttempts } = jobs[task as Task];
    expect([task, options.queueName ?? null, options.maxAttempts]).toEqual([task, queue, maxAttempts]);
  }
});

test("the database lists the same tasks as the catalogue", async () => {
  const [row] = await sql<{ source: string }>(
    database,
    "select prosrc as source from pg_proc where proname = 'enqueue'",
  );
  const listed = [...(/array\[(.+?)\]/.exec(row?.source ?? "")?.[1]?.matchAll(/'([\w-]+)'/g) ?? [])].map(
    ([, name]) => name,
  );
  expect(listed.sort()).toEqual((Object.keys(jobs) as Task[]).sort());
});
