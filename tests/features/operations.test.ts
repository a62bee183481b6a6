import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { queueStateOf } from "~/domain/operations/queue";
import { openOperations } from "~/features/operations/open-operations.server";
import { settleJob } from "~/features/operations/settle-job.server";
import { checkSearch } from "~/features/search/check-search.server";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { renewSearch } from "~/features/search/renew-search.server";
import { noteSearchEngines } from "~/search-engines.server";
import { cast } from "~db/cast";
import { enqueue } from "~db/jobs.server";
import { noteEngineState } from "~db/operations.server";
import { withSystem } from "~db/scope.server";
import { startMeilisearchDouble } from "../support/meilisearch-double/server";
import { staff, student } from "../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../support/stage";
import { createTestWiring } from "../support/wiring";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const priya = staff("priya");
const { districtId } = cast.ana;
const PLACEMENT = "0199d1f0-0000-7000-8000-0000000000b1";

/** A job for the placement that has failed so often; answers its id. */
async function failed({ attempts = 25, district = districtId }: { attempts?: number; district?: string } = {}) {
  await withSystem(stage.wiring, (tx) =>
    enqueue(tx, "sync-placement", { districtId: district, placementId: PLACEMENT }),
  );
  const [job] = await stage.rows<{ id: string }>(
    "update graphile_worker._private_jobs set attempts = $1, last_error = 'bad_document: its place is not on Earth' returning id",
    [attempts],
  );
  return Number(job?.id);
}
const queueSeenBy = async (actor = priya) => valueIn(await openOperations(stage.wiring, actor)).queues[0];
const jobRows = () => stage.rows("select attempts, run_at <= now() as due from graphile_worker._private_jobs");

test("what waits, what comes again and what was given up are told apart", () => {
  const job = { maxAttempts: 3 };
  const state = queueStateOf([
    { ...job, id: 1, attempts: 0, createdAt: "2026-10-02" },
    { ...job, id: 2, attempts: 1, createdAt: "2026-10-01" },
    { ...job, id: 3, attempts: 3, createdAt: "2026-09-01" },
  ]);
  expect(state).toMatchObject({ depth: 2, oldestAt: "2026-10-01" });
  expect(state.troubled.map(({ id, givenUp }) => [id, givenUp])).toEqual([
    [3, true],
    [2, false],
  ]);
});

test("an admin sees a document that was set aside, with its error", async () => {
  const jobId = await failed();
  expect(await queueSeenBy()).toMatchObject({
    depth: 0,
    oldestAt: null,
    troubledCount: 1,
    troubled: [{ jobId, subject: PLACEMENT, nextAt: null, error: "bad_document: its place is not on Earth" }],
  });
});

test("tried again it is due at once with all its tries, and discarded it is gone; both are in the log", async () => {
  const jobId = await failed();
  valueIn(await settleJob(stage.wiring, priya, { jobId, decision: "retry" }));
  expect(await jobRows()).toEqual([{ attempts: 0, due: true }]);
  expect(await queueSeenBy()).toMatchObject({ depth: 1, troubledCount: 0 });
  valueIn(await settleJob(stage.wiring, priya, { jobId, decision: "discard" }));
  expect(await jobRows()).toEqual([]);
  const acts = await stage.rows(
    "select transition, noun_id, actor_id, reason from audit_log where noun = 'job' order by id",
  );
  const by = { noun_id: PLACEMENT, actor_id: cast.priya.personId, reason: "sync-placement" };
  expect(acts).toEqual([
    { transition: "retry", ...by },
    { transition: "discard", ...by },
  ]);
});

test("what has ended, and what a worker is at, is left alone", async () => {
  const jobId = await failed({ attempts: 2 });
  await stage.rows("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker'");
  expect(reasonIn(await settleJob(stage.wiring, priya, { jobId, decision: "discard" }))).toBe("gone_or_running");
  expect(await jobRows()).toHaveLength(1);
  await stage.clear();
  expect(reasonIn(await settleJob(stage.wiring, priya, { jobId, decision: "retry" }))).toBe("gone_or_running");
});

test("jobs of another district are neither seen nor touched, and other tasks are not either", async () => {
  const jobId = await failed({ district: cast.finn.districtId });
  expect(await queueSeenBy()).toMatchObject({ depth: 0, troubledCount: 0 });
  expect(reasonIn(await settleJob(stage.wiring, priya, { jobId, decision: "discard" }))).toBe("gone_or_running");
  await withSystem(stage.wiring, (tx) => enqueue(tx, "sweep", {}));
  const [sweep] = await stage.rows<{ id: string }>("select max(id) as id from graphile_worker._private_jobs");
  const asked = { jobId: Number(sweep?.id), decision: "discard" as const };
  expect(reasonIn(await settleJob(stage.wiring, priya, asked))).toBe("gone_or_running");
  expect(await jobRows()).toHaveLength(2);
});

test("what waits for another school of the district is not seen", async () => {
  const before = await queueSeenBy(staff("walter"));
  const { schoolId } = cast.ana;
  await withSystem(stage.wiring, (tx) => enqueue(tx, "sync-students", { schoolId, keys: null }));
  expect(await queueSeenBy(staff("walter"))).toEqual(before);
  expect((await queueSeenBy())?.depth).toBe(1);
});

test("only admins look and act", async () => {
  const jobId = await failed();
  for (const actor of [staff("ines"), staff("tom"), student("ana")]) {
    expect(reasonIn(await openOperations(stage.wiring, actor))).toBe("not_permitted");
    expect(reasonIn(await settleJob(stage.wiring, actor, { jobId, decision: "discard" }))).toBe("not_permitted");
  }
  expect(await jobRows()).toHaveLength(1);
});

test("the page names the engine with its version and what the last check found", async () => {
  await reindexSearch(stage.wiring);
  await stage.rows(
    "insert into search_engines (engine, version) values ('postgres', '1.0') on conflict (engine) do update set version = '1.0'",
  );
  await stage.rows(
    `update placements set title = title || ' (new)'
      where id::text = (select min(id) from search_documents where index_name = 'placements' and not removed)`,
  );
  await checkSearch(stage.wiring);
  const { engines } = valueIn(await openOperations(stage.wiring, priya));
  expect(engines).toMatchObject([
    {
      engine: "postgres",
      version: expect.stringMatching(/^\d{2}/),
      restingSince: null,
      checks: [
        { index: "interests", differing: 0 },
        { index: "placements", differing: 1, kinds: { stale: 1 } },
      ],
    },
  ]);
});

test("a rest counts from its first failure until the engine answers, and a start that finds it well ends it", async () => {
  const note = (state: "resting" | "back", at: string) =>
    withSystem(stage.wiring, (tx) => noteEngineState(tx, { engine: "postgres", state, now: new Date(at) }));
  const since = async () => valueIn(await openOperations(stage.wiring, priya)).engines[0]?.restingSince;
  await note("resting", "2026-10-01T10:00:00Z");
  await note("resting", "2026-10-01T11:00:00Z");
  expect(new Date((await since()) ?? 0).toISOString()).toBe("2026-10-01T10:00:00.000Z");
  await note("back", "2026-10-01T12:00:00Z");
  expect(await since()).toBeNull();
  await note("resting", "2026-10-01T13:00:00Z");
  await noteSearchEngines(stage.wiring);
  expect(await since()).toBeNull();
});

test("an engine that was away at the start, or was put back since, is noted and judged when it answers", async () => {
  const double = await startMeilisearchDouble();
  await double.stop();
  const wiring = createTestWiring(stage.database, {
    env: { search: { url: double.url, readKey: null, writeKey: null } },
  });
  const renewals = () =>
    stage.rows("select 1 from graphile_worker.jobs where task_identifier = 'renew-search' and key = 'renew-search'");
  const seen = async () => valueIn(await openOperations(wiring, priya)).engines[0];
  const ask = () => wiring.search.count("placements", { schoolId: cast.ana.schoolId });
  try {
    await stage.rows("delete from search_engines");
    await noteSearchEngines(wiring);
    expect(await seen()).toMatchObject({ engine: "meilisearch", version: null });
    await stage.rows("delete from graphile_worker._private_jobs");
    await double.start();
    await reindexSearch(wiring);
    expect(await ask()).toMatchObject({ served: "meilisearch", degraded: false });
    await vi.waitUntil(async () => (await seen())?.version === "1.30.1");
    expect(await seen()).toMatchObject({ needs: null });
    expect(await renewals()).toHaveLength(1);
    await stage.rows("delete from graphile_worker._private_jobs");
    double.version = "1.29.0";
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11_000 });
    expect(await ask()).toMatchObject({ served: "postgres", degraded: true });
    vi.useRealTimers();
    await vi.waitUntil(async () => (await seen())?.version === "1.29.0");
    expect(await renewals()).toHaveLength(1);
    expect(await seen()).toMatchObject({ needs: "1.30.1" });
    const refusal = wiring.lines.find(({ level }) => level === "error");
    expect(refusal).toMatchObject({
      message: "a search engine is too old: 1.30.1 or newer is needed",
      fields: { engine: "meilisearch", version: "1.29.0" },
    });
  } finally {
    vi.useRealTimers();
    await stage.rows("delete from search_engines");
    await wiring.close();
    await double.stop();
  }
});

test("an engine that was of no use at the start is told as such until it will do, without anybody who starts again", async () => {
  const double = await startMeilisearchDouble();
  const wiring = createTestWiring(stage.database, {
    env: { search: { url: double.url, readKey: null, writeKey: null } },
  });
  const seen = async () => valueIn(await openOperations(wiring, priya)).engines[0];
  try {
    await stage.rows("delete from search_engines");
    await reindexSearch(wiring);
    double.keys.set("another", { actions: [], indexes: [] });
    const restarted = createTestWiring(stage.database, {
      env: { search: { url: double.url, readKey: null, writeKey: null } },
    });
    await noteSearchEngines(restarted);
    expect(await seen()).toMatchObject({ restingSince: expect.any(String), restingBecause: "engine_unfit" });
    expect(restarted.lines.filter(({ level }) => level === "error")).toMatchObject([
      { fields: { engine: "meilisearch", reason: "engine_unfit" } },
    ]);
    double.keys.clear();
    expect(await restarted.search.count("placements", { schoolId: cast.ana.schoolId })).toMatchObject({
      served: "meilisearch",
    });
    await vi.waitUntil(async () => (await seen())?.restingSince === null);
    await restarted.close();
  } finally {
    await stage.rows("delete from search_engines");
    await wiring.close();
    await double.stop();
  }
});

test("an engine that was replaced by an empty one of the same version is filled anew by the worker's next job", async () => {
  const double = await startMeilisearchDouble();
  const wiring = createTestWiring(stage.database, {
    env: { search: { url: double.url, readKey: null, writeKey: null } },
  });
  const renewals = () =>
    stage.rows("select 1 from graphile_worker.jobs where task_identifier = 'renew-search' and key = 'renew-search'");
  const ask = () => wiring.search.count("placements", { schoolId: cast.ana.schoolId });
  try {
    await stage.rows("delete from search_engines");
    await reindexSearch(wiring);
    const { count } = await ask();
    await vi.waitUntil(async () => (await renewals()).length === 1);
    await stage.rows("delete from graphile_worker._private_jobs");
    double.indexes.clear();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11_000 });
    expect(await ask()).toMatchObject({ count, served: "postgres", degraded: true });
    vi.useRealTimers();
    await vi.waitUntil(async () => (await renewals()).length === 1);
    expect(wiring.lines.filter(({ message }) => message.startsWith("a search index is gone"))).toMatchObject([
      { level: "warn", fields: { engine: "meilisearch", kind: "placements" } },
    ]);
    await renewSearch(wiring);
    expect(await ask()).toMatchObject({ count, served: "meilisearch", degraded: false });
  } finally {
    vi.useRealTimers();
    await stage.rows("delete from search_engines");
    await wiring.close();
    await double.stop();
  }
});

test("an engine that fails every other time is counted and logged, and the page says why; a rest says why it began", async () => {
  const double = await startMeilisearchDouble();
  const wiring = createTestWiring(stage.database, {
    env: { search: { url: double.url, readKey: null, writeKey: null } },
  });
  try {
    await reindexSearch(wiring);
    const ask = () => wiring.search.count("placements", { schoolId: cast.ana.schoolId });
    await ask();
    wiring.lines.length = 0;
    for (let time = 1; time <= 3; time += 1) {
      double.troubles.requests.push({ status: 503 });
      expect(await ask()).toMatchObject({ degraded: true });
      expect(await ask()).toMatchObject({ degraded: false });
    }
    const failures = wiring.lines.filter(({ message }) => message === "a search engine did not answer a question");
    expect(failures.map(({ level, fields }) => [level, fields.engine])).toEqual(Array(3).fill(["warn", "meilisearch"]));
    wiring.clock.set(new Date());
    const seen = async () => valueIn(await openOperations(wiring, priya)).engines[0];
    await vi.waitUntil(async () => (await seen())?.degraded?.answers === 3);
    expect(await seen()).toMatchObject({ restingSince: null, degraded: { because: "engine_down" } });
    double.keys.set("another", { actions: [], indexes: [] });
    for (let time = 1; time <= 3; time += 1) await ask();
    await vi.waitUntil(async () => (await seen())?.restingSince != null);
    expect(await seen()).toMatchObject({ restingBecause: "engine_unfit" });
    const rest = wiring.lines.find(({ message }) => message === "a search engine is given a rest, or is back");
    expect(rest?.fields).toMatchObject({ kind: "questions", state: "resting" });
    expect(JSON.stringify(rest?.fields.err)).toContain("engine_unfit");
    wiring.clock.set(new Date(Date.now() + 2 * 86_400_000));
    expect((await seen())?.degraded).toBeNull();
  } finally {
    await wiring.close();
    await double.stop();
  }
});
