import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { laneOf } from "~/domain/mail/lane";
import { askForSignIn } from "~/features/accounts/ask-for-sign-in.server";
import { startWorker } from "~/jobs/worker.server";
import type { Wiring } from "~/wiring";
import { openWorkerLife } from "~db/worker-life.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { insertSchool, promiseMail, readMail, type TestSchool } from "../support/mail";
import { sql } from "../support/sql";
import { createTestWiring, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let school: TestSchool;
let wiring: TestWiring;

beforeAll(async () => {
  database = await createTestDatabase();
  school = await insertSchool(database, "lakeview");
  wiring = createTestWiring(database, { connections: 20 });
});
afterEach(() => sql(database, "truncate mails, graphile_worker._private_jobs, graphile_worker._private_job_queues"));
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const PATIENCE = { timeout: 15_000, interval: 20 };

test("three workers deliver what is promised, each mail once, and stop cleanly", async () => {
  wiring.sent.length = 0;
  const workers = await Promise.all([1, 2, 3].map(() => startWorker(wiring, { byTheClock: false })));
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) ids.push(await promiseMail(wiring, school));
  await vi.waitUntil(
    async () => (await sql(database, "select id from mails where state <> 'sent'")).length === 0,
    PATIENCE,
  );
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(wiring.sent.map(({ key }) => key).sort()).toEqual(ids.sort());
  expect(await sql(database, "select id from graphile_worker._private_jobs")).toEqual([]);
});

test("whoever waits for a sign-in code is served before what people count on, and that before digests and outreach", async () => {
  wiring.sent.length = 0;
  const bulk = await promiseMail(wiring, school, { kind: "search-news" });
  const outreach = await promiseMail(wiring, school, { kind: "give-invitation" });
  const counted = await promiseMail(wiring, school, { kind: "consent-request" });
  await sql(database, "insert into identity.accounts (mail) values ('rosa@family.example')");
  await askForSignIn(wiring, { mail: "rosa@family.example", returnTo: "/" });
  const worker = await startWorker(wiring, { byTheClock: false });
  await vi.waitUntil(() => wiring.sent.length === 4, PATIENCE);
  await worker.stop();
  expect(wiring.sent.map(({ kind, key }) => (kind === "sign-in" ? kind : key))).toEqual([
    "sign-in",
    counted,
    bulk,
    outreach,
  ]);
});

test("a mail whose request hangs keeps those to its address waiting, in their order, and none to somebody else", async () => {
  wiring.sent.length = 0;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked: string[] = [];
  const send: Wiring["mailer"]["send"] = async (mail) => {
    asked.push(mail.key);
    if (mail.to === "rosa@family.example") await answered;
    return wiring.mailer.send(mail);
  };
  const hung = await promiseMail(wiring, school);
  const next = await promiseMail(wiring, school, { to: " Rosa@family.example" });
  const worker = await startWorker({ ...wiring, mailer: { ...wiring.mailer, send } }, { byTheClock: false });
  await vi.waitUntil(() => asked.includes(hung), PATIENCE);
  const others = [];
  for (const to of addressesElsewhere("rosa@family.example")) others.push(await promiseMail(wiring, school, { to }));
  await vi.waitUntil(() => wiring.sent.length === others.length, PATIENCE);
  expect(wiring.sent.map(({ key }) => key).sort()).toEqual(others.sort());
  expect(asked).not.toContain(next);
  answer();
  await vi.waitUntil(async () => (await readMail(database, next)).state === "sent", PATIENCE);
  await worker.stop();
  expect(wiring.sent.map(({ key }) => key).slice(others.length)).toEqual([hung, next]);
});

/** Ten addresses whose mail waits in other lanes than that of one. */
const addressesElsewhere = (mail: string): string[] =>
  Array.from({ length: 100 }, (_, n) => `guardian-${n}@family.example`)
    .filter((each) => laneOf(each) !== laneOf(mail))
    .slice(0, 10);

/** Locks every job as a worker does that took them a minute ago. */
const lockAs = (workerId: string) =>
  sql(
    database,
    `with jobs as (update graphile_worker._private_jobs set locked_by = '${workerId}', locked_at = now() - interval '1 minute' returning 1)
      update graphile_worker._private_job_queues set locked_by = '${workerId}', locked_at = now() - interval '1 minute'`,
  );

test("the jobs of a killed worker are freed and finished, and those of a living one are not touched", async () => {
  const mailId = await promiseMail(wiring, school);
  const living = openWorkerLife(database.workerUrl, "pool-living");
  const other = openWorkerLife(database.workerUrl, "pool-other");
  await living.tick();
  await lockAs("pool-living");
  expect(await other.tick()).toEqual([]);
  await living.end();
  await vi.waitUntil(async () => (await other.tick()).includes("pool-living"), PATIENCE);
  await other.end();
  const worker = await startWorker(wiring, { byTheClock: false });
  await vi.waitUntil(async () => (await readMail(database, mailId)).state === "sent", PATIENCE);
  await worker.stop();
});

test("a worker whose database connections are cut goes on", async () => {
  const worker = await startWorker(wiring, { byTheClock: false });
  // With a time, so that what is cut has ended before the mail is promised.
  await sql(
    database,
    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = 'app_worker' and datname = current_database()",
  );
  const mailId = await promiseMail(wiring, school);
  await vi.waitUntil(async () => (await readMail(database, mailId)).state === "sent", PATIENCE);
  await worker.stop();
});

test("the log knows ids, and no addresses, names or words of a mail", async () => {
  wiring.lines.length = 0;
  const worker = await startWorker(wiring, { byTheClock: false });
  const mailId = await promiseMail(wiring, school, { to: "rosa@family.example" });
  await vi.waitUntil(async () => (await readMail(database, mailId)).state === "sent", PATIENCE);
  await worker.stop();
  const log = JSON.stringify(wiring.lines);
  expect(log).toContain(mailId);
  // The digits of an id are nobody's.
  const words = log.replaceAll(/\bpool-[0-9a-f]+|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "");
  expect(words).not.toMatch(/rosa|Ana|Lakeview|555/i);
});
