import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openOperations } from "~/features/operations/open-operations.server";
import { checkSearch } from "~/features/search/check-search.server";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { syncStudents } from "~/features/search/sync-students.server";
import { ERASURES_FIRST, jobs, type Payload } from "~/jobs/catalogue";
import { syncStudentsAgain } from "~/jobs/sync-students-again";
import { startWorker } from "~/jobs/worker.server";
import { cast } from "~db/cast";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { INTERESTS } from "~search/interest-document";
import { SearchError } from "~search/port";
import { startMeilisearchDouble } from "../../support/meilisearch-double/server";
import { staff } from "../../support/pursuit-way";
import { NOBODY, openStage, type Stage, valueIn } from "../../support/stage";
import { createTestWiring } from "../../support/wiring";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(async () => {
  await stage.clear();
  await reindexSearch(stage.wiring);
});
afterEach(() => erase(WREN));
afterAll(() => stage.close());

const { schoolId, districtId, personId: anaId } = cast.ana;
const JOBS = `select j.payload, j.max_attempts, j.priority, q.queue_name from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id where t.identifier = 'sync-students' order by j.id`;
type Job = { payload: Payload<"sync-students">; max_attempts: number; priority: number; queue_name: string };
const DUE = JOBS.replace("j.max_attempts, j.priority, q.queue_name", "j.run_at, j.attempts");
type Due = { payload: Job["payload"]; run_at: string; attempts: number };
const queued = () => stage.rows<Job>(JOBS);

async function keyOf(studentId: string): Promise<string> {
  const [row] = await stage.rows<{ key: string }>("select search_key as key from students where id = $1", [studentId]);
  return row?.key ?? "";
}
async function held(key: string) {
  const [row] = await stage.rows<{ facets: string[]; texts: object }>(
    "select facets, texts from search_documents where index_name = 'interests' and id = $1 and not removed",
    [key],
  );
  return row;
}

/** A new student of Lakeview in grade 9 who likes animals; answers the key. */
async function admit(studentId: string): Promise<string> {
  await stage.rows(
    "insert into people (school_id, id, full_name, name_used) values ($1, $2, 'Wren Okafor-Sands', 'Wren')",
    [schoolId, studentId],
  );
  await stage.rows("insert into students (school_id, district_id, id, grade, weekdays) values ($1, $2, $3, 9, '{4}')", [
    schoolId,
    districtId,
    studentId,
  ]);
  await stage.rows(
    "insert into student_interests (school_id, student_id, interest_id, strength) values ($1, $2, 'animals', 3)",
    [schoolId, studentId],
  );
  return keyOf(studentId);
}
async function erase(studentId: string): Promise<void> {
  await stage.rows("delete from people where school_id = $1 and id = $2", [schoolId, studentId]);
}
const WREN = "0199d1f0-0000-7000-8000-0000000000a1";

test("a student's record holds tags, days and a random key, and neither name nor id", async () => {
  const [row] = await stage.rows<Record<string, unknown>>(
    "select * from search_documents where index_name = 'interests' and id = $1",
    [await keyOf(anaId)],
  );
  expect(row?.facets).toEqual(expect.arrayContaining(["likes=animals", "keen=animals"]));
  const said = JSON.stringify(row);
  const [person] = await stage.rows<{ full_name: string; name_used: string; goals: string }>(
    "select full_name, name_used, goals from people join students using (school_id, id) where id = $1",
    [anaId],
  );
  for (const secret of [anaId, person?.full_name, person?.name_used, person?.goals].filter(Boolean))
    expect(said).not.toContain(secret);
});

test("an area stands in a record only where ten students of the school share it", async () => {
  const told = await stage.rows<{ school: string; token: string; n: number }>(
    `select school_ids[1]::text as school, token, count(*)::int as n from search_documents, unnest(facets) as token
      where index_name = 'interests' and (token like 'area=%' or token like 'gradeBand=%') group by 1, 2`,
  );
  expect(told.length).toBeGreaterThan(0);
  const few = await stage.rows<{ area: string; n: number }>(
    "select area_id as area, count(*)::int as n from students where area_id is not null group by school_id, area_id having count(*) < 10",
  );
  const tokens = told.map(({ token }) => token);
  for (const { area } of few) expect(tokens).not.toContain(`area=${area}`);
});

test("a changed interest queues the student's record in the same transaction, once, as the catalogue says", async () => {
  const key = await keyOf(anaId);
  const change = "update student_interests set strength = 1 where student_id = $1 and interest_id = 'animals'";
  await stage.rows("begin");
  await stage.rows(change, [anaId]);
  await stage.rows("rollback");
  expect(await queued()).toEqual([]);
  await stage.rows(change, [anaId]);
  await stage.rows(change.replace("= 1", "= 2"), [anaId]);
  const { maxAttempts, priority, queue } = jobs["sync-students"];
  expect(await queued()).toEqual([
    { payload: { schoolId, keys: [key] }, max_attempts: maxAttempts, priority, queue_name: queue },
  ]);
});

test("who is erased or leaves goes before all that waits, who comes or comes back does not", async () => {
  const places = async () => (await queued()).filter(({ payload }) => payload.keys).map(({ priority }) => priority);
  await admit(WREN);
  expect(await places()).toEqual([jobs["sync-students"].priority]);
  await stage.rows("update people set left_on = '2026-01-01' where id = $1", [WREN]);
  expect(await places()).toEqual([ERASURES_FIRST]);
  await stage.rows("update people set left_on = null where id = $1", [WREN]);
  expect(await places()).toEqual([jobs["sync-students"].priority]);
  await erase(WREN);
  expect(await places()).toEqual([ERASURES_FIRST]);
});

test("of three hundred students who wait for the index, the one who was erased is taken out first", async () => {
  const key = await admit(WREN);
  await syncStudents(stage.wiring, { schoolId, keys: [key] });
  const waiting = await keyOf(anaId);
  await withSystem(stage.wiring, async (tx) => {
    for (let place = 1; place <= 300; place += 1)
      await enqueue(tx, "sync-students", { schoolId, keys: [waiting] }, { jobKey: `waiting:${place}` });
  });
  await erase(WREN);
  const { search } = stage.wiring;
  const done: string[] = [];
  const watched: typeof search = {
    ...search,
    put: (index, documents) => {
      done.push("put");
      return search.put(index, documents);
    },
    remove: (index, removals) => {
      done.push(...removals.map(({ id }) => `removed ${id}`));
      return search.remove(index, removals);
    },
  };
  const worker = await startWorker({ ...stage.wiring, search: watched }, { byTheClock: false });
  try {
    await vi.waitUntil(async () => !(await held(key)), PROMISE);
  } finally {
    await worker.stop();
  }
  expect(done[0]).toBe(`removed ${key}`);
}, 90_000);

test("an erasure that an engine did not take keeps its place before the others", async () => {
  const { search } = stage.wiring;
  const remove = () => Promise.reject(new SearchError("engine_down", "full"));
  await syncStudentsAgain({ ...stage.wiring, search: { ...search, remove } }, { schoolId, keys: [NOBODY] });
  expect((await queued()).map(({ priority }) => priority)).toEqual([ERASURES_FIRST]);
});

test("a change that an engine does not take never stands in the place of the erasure that came meanwhile", async () => {
  const key = await admit(WREN);
  await stage.clear();
  const { search } = stage.wiring;
  const put = async () => {
    await erase(WREN);
    throw new SearchError("engine_down", "stuck");
  };
  const change = syncStudentsAgain({ ...stage.wiring, search: { ...search, put } }, { schoolId, keys: [key] });
  await expect(change).rejects.toThrow("stuck");
  const due = await stage.rows<{ priority: number; isDue: boolean }>(
    `select j.priority, j.run_at <= now() as "isDue" from graphile_worker._private_jobs j where j.key = $1`,
    [`sync-students:${key}`],
  );
  expect(due).toEqual([{ priority: ERASURES_FIRST, isDue: true }]);
});

test("who is taken out costs no look at the other students of the school", async () => {
  const looked = vi.spyOn(pg.Client.prototype, "query");
  const looksAtAll = () =>
    JSON.stringify(looked.mock.calls).split('select \\"st\\".\\"grade\\", \\"st\\".\\"area_id\\" from').length - 1;
  try {
    await syncStudents(stage.wiring, { schoolId, keys: [NOBODY] });
    expect(looksAtAll()).toBe(0);
    await syncStudents(stage.wiring, { schoolId, keys: [await keyOf(anaId)] });
    expect(looksAtAll()).toBe(1);
  } finally {
    looked.mockRestore();
  }
});

test("a change that is none queues nothing", async () => {
  await stage.rows("update students set goals = goals where id = $1", [anaId]);
  expect(await queued()).toEqual([]);
});

/** What erasure is promised to take at most. */
const PROMISE = { timeout: 60_000, interval: 50 };

test("who is erased leaves both the index and its words within a minute, and stays away", async () => {
  const worker = await startWorker(stage.wiring, { byTheClock: false });
  const key = await admit(WREN);
  try {
    await vi.waitUntil(async () => (await held(key))?.facets.includes("committed=animals"), PROMISE);
    await erase(WREN);
    await vi.waitUntil(async () => !(await held(key)), PROMISE);
  } finally {
    await worker.stop();
  }
  const left = await stage.rows("select facets, school_ids, texts, removed from search_documents where id = $1", [key]);
  expect(left).toEqual([{ facets: [], school_ids: [], texts: {}, removed: true }]);
  await syncStudents(stage.wiring, { schoolId, keys: null });
  expect(await held(key)).toBeUndefined();
}, 150_000);

test("whatever an engine has against it, an erasure is asked of it every twenty seconds, however often that was before", async () => {
  const key = await admit(WREN);
  await syncStudents(stage.wiring, { schoolId, keys: [key] });
  await erase(WREN);
  const { wiring } = stage;
  const since = wiring.clock.now().toISOString();
  for (const fault of ["engine_down", "engine_unfit", "question_refused", "bad_document"] as const) {
    const search = { ...wiring.search, remove: () => Promise.reject(new SearchError(fault, "no")) };
    let payload: Due["payload"] = { schoolId, keys: [key] };
    for (let tries = 1; tries <= 30; tries += 1) {
      await stage.rows("delete from graphile_worker._private_jobs");
      wiring.clock.pass(1);
      await syncStudentsAgain({ ...wiring, search }, payload);
      const due = await stage.rows<Due>(DUE);
      const again = { since: new Date(Date.parse(since) + 60_000).toISOString(), tries, fault };
      const run_at = new Date(wiring.clock.now().getTime() + 20_000).toISOString();
      expect(due).toEqual([{ payload: { schoolId, keys: [key], again }, run_at, attempts: 0 }]);
      payload = due[0]?.payload ?? payload;
    }
    await stage.clear();
  }
  expect(await held(key)).toBeDefined();
  await syncStudentsAgain(wiring, { schoolId, keys: [key] });
  expect(await held(key)).toBeUndefined();
  expect(await queued()).toEqual([]);
});

test("who runs the school sees since when an engine does not let go of a student, how often it was asked, and why", async () => {
  const { wiring } = stage;
  const since = wiring.clock.now().toISOString();
  const payload = { schoolId, keys: [NOBODY] };
  const search = { ...wiring.search, remove: () => Promise.reject(new SearchError("engine_unfit", "the key is old")) };
  wiring.lines.length = 0;
  await syncStudentsAgain({ ...wiring, search }, { ...payload, again: { since, tries: 40, fault: "engine_down" } });
  expect(wiring.lines).toMatchObject([{ level: "error", fields: { reason: "engine_unfit", attempt: 41 } }]);
  const [queue] = valueIn(await openOperations(wiring, staff("priya"))).queues;
  expect(new Date(queue?.oldestAt ?? 0).toISOString()).toBe(since);
  expect(queue?.troubled).toMatchObject([
    { task: "sync-students", subject: NOBODY, attempts: 41, error: "sync-students failed: engine_unfit" },
  ]);
  expect(queue?.troubled[0]?.nextAt).not.toBeNull();
});

test("a record that cannot be taken as it is, and holds up nobody's erasure, is left to the tries of the job", async () => {
  const search = { ...stage.wiring.search, put: () => Promise.reject(new SearchError("bad_document", "one is bad")) };
  await stage.clear();
  await expect(syncStudentsAgain({ ...stage.wiring, search }, { schoolId, keys: null })).rejects.toThrow("one is bad");
  expect(await queued()).toEqual([]);
});

test("while a first engine's tasks are stuck, who left is out of the second one at once and other jobs are done", async () => {
  const double = await startMeilisearchDouble();
  const stuck = createTestWiring(stage.database, {
    connections: 20,
    env: { search: { url: double.url, readKey: null, writeKey: null } },
  });
  const key = await admit(WREN);
  await reindexSearch(stuck);
  await stage.clear();
  double.troubles.areStuck = true;
  const worker = await startWorker(stuck, { byTheClock: false });
  try {
    const placements = await stage.rows<{ id: string }>("select id from placements where district_id = $1 limit 8", [
      districtId,
    ]);
    await withSystem(stuck, async (tx) => {
      for (const { id } of placements) await enqueue(tx, "sync-placement", { districtId, placementId: id });
    });
    const isAtIt = "select 1 from graphile_worker._private_jobs where locked_at is not null";
    await vi.waitUntil(async () => (await stage.rows(isAtIt)).length > 0, PROMISE);
    await erase(WREN);
    await vi.waitUntil(async () => !(await held(key)), { timeout: 8_000, interval: 50 });
    await withSystem(stuck, (tx) => enqueue(tx, "sweep", {}));
    await vi.waitUntil(() => stuck.lines.some(({ message }) => message === "swept"), { timeout: 8_000, interval: 50 });
  } finally {
    double.troubles.areStuck = false;
    await worker.stop();
    await stuck.close();
    await double.stop();
  }
}, 60_000);

test("who was erased while a first engine was stuck leaves that engine, too, within a minute of its working again", async () => {
  const double = await startMeilisearchDouble();
  const env = { search: { url: double.url, readKey: null, writeKey: null } };
  const stuck = createTestWiring(stage.database, { connections: 20, env });
  const key = await admit(WREN);
  await reindexSearch(stuck);
  await stage.clear();
  const stored = () => double.indexes.get("throughline-interests")?.rows.get(key);
  expect(stored()).toMatchObject({ facets: { likes: ["animals"] } });
  double.troubles.areStuck = true;
  const worker = await startWorker(stuck, { byTheClock: false });
  try {
    await erase(WREN);
    await vi.waitUntil(() => stuck.lines.some(({ fields }) => fields.reason === "engine_down"), PROMISE);
    expect(stored()).toMatchObject({ facets: { likes: ["animals"] } });
    double.troubles.areStuck = false;
    await vi.waitUntil(() => stored()?.removed === true, PROMISE);
  } finally {
    await worker.stop();
    await stuck.close();
    await double.stop();
  }
  expect(stored()).toEqual({ key, id: key, schoolIds: [], version: expect.any(Number), removed: true });
}, 150_000);

test("who leaves the school leaves the index", async () => {
  const key = await admit(WREN);
  await syncStudents(stage.wiring, { schoolId, keys: [key] });
  expect(await held(key)).toBeDefined();
  await stage.clear();
  await stage.rows("update people set left_on = '2026-01-01' where id = $1", [WREN]);
  for (const { payload } of await queued()) await syncStudents(stage.wiring, payload);
  expect(await held(key)).toBeUndefined();
});

test("many changes at once are one job, and all of a school's records one more", async () => {
  await stage.rows("update students set grade = grade where school_id = $1", [schoolId]);
  expect(await queued()).toEqual([]);
  await stage.rows("update students set weekdays = '{2}' where school_id = $1 and grade = 10", [schoolId]);
  const [only, ...rest] = await queued();
  expect(rest).toEqual([]);
  expect(only?.payload.keys?.length).toBeGreaterThan(1);
});

test("a record that was lost, one that is old and one of nobody are found and put right", async () => {
  const [lost, old] = await stage.rows<{ id: string; version: number }>(
    "select id, version::float8 as version from search_documents where index_name = 'interests' and not removed order by id limit 2",
  );
  const nobody = "01990000-0000-4000-8000-00000000dead";
  await stage.rows("delete from search_documents where id = $1", [lost?.id]);
  const empty = { schoolIds: [schoolId], texts: {}, facets: {}, numbers: {}, point: null };
  await stage.wiring.search.put(INTERESTS, [
    { ...empty, id: nobody, version: 1 },
    { ...empty, id: old?.id ?? "", version: old?.version ?? 0 },
  ]);
  const drift = (await checkSearch(stage.wiring)).find(({ index }) => index === INTERESTS);
  expect(drift).toMatchObject({ missing: [lost?.id], stale: [old?.id], orphaned: [nobody] });
  for (const { payload } of await queued()) await syncStudents(stage.wiring, payload);
  const after = (await checkSearch(stage.wiring)).find(({ index }) => index === INTERESTS);
  expect(after).toMatchObject({ missing: [], stale: [], orphaned: [], unreadable: [] });
});

test("who was erased is out of the index also where the others of the same job cannot be put", async () => {
  const keys = (
    await stage.rows<{ key: string }>("select search_key as key from students where school_id = $1", [schoolId])
  )
    .map(({ key }) => key)
    .slice(0, 1);
  const gone = "01990000-0000-4000-8000-00000000dead";
  await stage.wiring.search.put(INTERESTS, [
    { schoolIds: [schoolId], texts: {}, facets: {}, numbers: {}, point: null, id: gone, version: 1 },
  ]);
  const { search } = stage.wiring;
  const full = { ...search, put: () => Promise.reject(new SearchError("engine_down", "full")) };
  const wiring = { ...stage.wiring, search: full };
  await expect(syncStudents(wiring, { schoolId, keys: [...keys, gone] })).rejects.toThrow("full");
  const held = await stage.rows("select removed from search_documents where id = $1", [gone]);
  expect(held).toEqual([{ removed: true }]);
});

test("a job of one school cannot bring another school's student into its records", async () => {
  const keisha = await keyOf(cast.keisha.personId);
  await stage.rows("delete from search_documents where id = $1", [keisha]);
  expect(await syncStudents(stage.wiring, { schoolId, keys: [keisha] })).toEqual({ put: 0, removed: 1 });
  expect(await held(keisha)).toBeUndefined();
});
