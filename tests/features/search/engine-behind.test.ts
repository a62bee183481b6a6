import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { StudentActor } from "~/domain/actor";
import { openOperations } from "~/features/operations/open-operations.server";
import { probeSearch } from "~/features/search/probe-search.server";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { crontab } from "~/jobs/catalogue";
import { cast } from "~db/cast";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { inTurn } from "~db/turns.server";
import { type MeilisearchDouble, startMeilisearchDouble } from "../../support/meilisearch-double/server";
import { staff, student } from "../../support/pursuit-way";
import { wishFor } from "../../support/searching";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";
import { createTestWiring, type TestWiring } from "../../support/wiring";

let stage: Stage;
let double: MeilisearchDouble;
/** Two processes: one brings changes to the engines, one only asks them. */
let worker: TestWiring;
let web: TestWiring;
let refs: { districtId: string; placementId: string }[];

const open = () =>
  createTestWiring(stage.database, { env: { search: { url: double.url, readKey: null, writeKey: null } } });
const { districtId } = cast.ana;
const ana = student("ana") as StudentActor;

beforeAll(async () => {
  stage = await openStage();
  refs = await stage.rows(
    `select district_id as "districtId", placement_id as "placementId" from listings where id = any($1)`,
    [["clinic-care", "bakery-morning"].map((key) => lakeviewListing(key))],
  );
});
beforeEach(async () => {
  double = await startMeilisearchDouble();
  [worker, web] = [open(), open()];
  await stage.rows("delete from search_engines");
  await reindexSearch(worker);
  await stage.rows("delete from graphile_worker._private_jobs");
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await worker.close();
  await web.close();
  await double.stop();
});
afterAll(() => stage.close());

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const find = async (text: string) => {
  const { results, ...found } = valueIn(await searchPlacements(web, ana, wishFor({ text })));
  return { titles: results.map(({ title }) => title), degraded: found.degraded };
};
const writesSeen = async () => valueIn(await openOperations(web, staff("priya"))).engines[0]?.writes;
const waits = () => stage.rows<{ due: boolean }>("select run_at <= now() as due from graphile_worker._private_jobs");

const tries = () => stage.rows("select attempts, run_at <= now() as due from graphile_worker._private_jobs");
/** What waits has been tried twice more, and waits for its next try as the worker's library has it wait. */
const failAgain = () =>
  stage.rows(`update graphile_worker._private_jobs set attempts = 2, run_at = now() + interval '2 hours',
    last_error = 'sync-placement failed: engine_down'`);
/** A minute by the database's clock since the engine came back, and longer than a process goes on with what it saw. */
async function passMinute(): Promise<void> {
  await stage.rows("update search_engines set writes_back_at = writes_back_at - interval '61 seconds'");
  pass(4_000);
}

/** The engine takes none of two changes; one of them waits for its next try as the worker's library has it wait. */
async function stopTaking(title: string): Promise<void> {
  await stage.rows("update placements set title = $2 where id = $1", [refs[0]?.placementId, title]);
  double.troubles.next.push("canceled", "canceled");
  for (const ref of refs) await expect(syncPlacement(worker, ref)).rejects.toMatchObject({ fault: "engine_down" });
  await withSystem(worker, (tx) =>
    enqueue(tx, "sync-placement", { districtId, placementId: refs[0]?.placementId ?? "" }),
  );
  await stage.rows(`update graphile_worker._private_jobs set attempts = 8, run_at = now() + interval '50 minutes',
    last_error = 'sync-placement failed: engine_down'`);
  await vi.waitUntil(async () => (await writesSeen()) != null);
}

test("what an engine did not take is found, and the page says that the second engine answers; it comes back once it has everything", async () => {
  await stopTaking("Care for xylophones");
  expect(await find("xylophones")).toEqual({ titles: ["Care for xylophones"], degraded: true });
  expect(await writesSeen()).toMatchObject({ because: "engine_down", backAt: null });

  // It takes changes again: what waits comes at once, and until then the second one answers.
  pass(11_000);
  await syncPlacement(worker, refs[1] as (typeof refs)[number]);
  expect(await waits()).toEqual([{ due: true }]);
  pass(4_000);
  expect(await find("xylophones")).toEqual({ titles: ["Care for xylophones"], degraded: true });
  expect(await writesSeen()).toMatchObject({ backAt: expect.any(String) });

  await syncPlacement(worker, refs[0] as (typeof refs)[number]);
  await stage.rows("delete from graphile_worker._private_jobs");
  pass(4_000);
  expect(await find("xylophones")).toEqual({ titles: ["Care for xylophones"], degraded: false });
  expect(await writesSeen()).toBeNull();
});

test("a worker that starts anew finishes what the one before began", async () => {
  await stopTaking("Care for zithers");
  await worker.close();
  worker = open();
  await syncPlacement(worker, refs[0] as (typeof refs)[number]);
  await stage.rows("delete from graphile_worker._private_jobs");
  expect(await find("zithers")).toEqual({ titles: ["Care for zithers"], degraded: false });
});

test("a student's record that waits keeps the engine out, a change that was given up does not", async () => {
  await stopTaking("Care for lutes");
  pass(11_000);
  await syncPlacement(worker, refs[0] as (typeof refs)[number]);
  await stage.rows("update graphile_worker._private_jobs set attempts = max_attempts");
  const { schoolId } = cast.ana;
  const again = { since: new Date().toISOString(), tries: 3, fault: "engine_unfit" };
  await withSystem(worker, (tx) => enqueue(tx, "sync-students", { schoolId, keys: null, again }));
  pass(4_000);
  expect((await find("lutes")).degraded).toBe(true);
  await stage.rows("delete from graphile_worker._private_jobs where payload ->> 'again' is not null");
  pass(4_000);
  expect((await find("lutes")).degraded).toBe(false);
});

test("one change that was not taken, and comes again, keeps nobody from the engine", async () => {
  double.troubles.next.push("canceled");
  await expect(syncPlacement(worker, refs[0] as (typeof refs)[number])).rejects.toMatchObject({ fault: "engine_down" });
  pass(4_000);
  expect((await find("animals")).degraded).toBe(false);
  expect(await writesSeen()).toBeNull();
});

test("after a long outage an engine is tried every few minutes, and the first change that it takes brings those that wait", async () => {
  await stopTaking("Care for ocarinas");
  await stage.rows("update graphile_worker._private_jobs set run_at = now() + interval '6 hours', attempts = 25");
  expect(crontab).toMatch(/^\*\/5 \* \* \* \* probe-search /m);
  double.troubles.next.push("canceled");
  pass(11_000);
  expect(await probeSearch(worker)).toBe("not_taken");
  expect(await waits()).toEqual([{ due: false }]);
  pass(11_000);
  expect(await probeSearch(worker)).toBe("taken");
  expect(await waits()).toEqual([{ due: true }]);
  expect(await stage.rows("select attempts from graphile_worker._private_jobs")).toEqual([{ attempts: 0 }]);
  pass(4_000);
  expect((await find("ocarinas")).degraded).toBe(true);
});

test("an engine is asked again also where no change waits for it any more", async () => {
  await stopTaking("Care for fifes");
  await stage.rows("delete from graphile_worker._private_jobs");
  pass(11_000);
  expect((await find("fifes")).degraded).toBe(true);
  expect(await probeSearch(worker)).toBe("taken");
  pass(4_000);
  expect((await find("fifes")).degraded).toBe(false);
});

test("an engine that takes changes is not tried, nor one that is not used any more", async () => {
  double.requests.length = 0;
  expect(await probeSearch(worker)).toBeNull();
  expect(double.requests).toEqual([]);
  await stopTaking("Care for drums");
  expect(await probeSearch(stage.wiring)).toBeNull();
});

test("an engine that sets a placement aside takes changes, though it does not take that one", async () => {
  await stopTaking("Care for spoons");
  await stage.rows("delete from graphile_worker._private_jobs");
  pass(11_000);
  const all = await stage.rows<{ id: string }>("select id from placements");
  for (const { id } of all) double.troubles.breakingIds.add(id);
  expect(await probeSearch(worker)).toBe("taken");
  pass(4_000);
  expect((await find("spoons")).degraded).toBe(false);
});

test("no school's placement speaks for all: each time another school is tried", async () => {
  await stopTaking("Care for kazoos");
  const random = vi.spyOn(Math, "random");
  try {
    for (const place of [0, 0.999]) {
      random.mockReturnValue(place);
      double.troubles.next.push("canceled");
      pass(11_000);
      expect(await probeSearch(worker)).toBe("not_taken");
    }
  } finally {
    random.mockRestore();
  }
  const tried = worker.lines.flatMap(({ level, fields }) => (level === "warn" && fields.schoolId) || []);
  expect([tried.length, new Set(tried).size]).toEqual([2, 2]);
});

test("an index that was built counts as built though the note of it could not be written", async () => {
  await stage.rows("alter table search_engines rename to search_engines_away");
  try {
    const built = await reindexSearch(worker);
    expect(built.map(({ engine }) => engine)).toContain("meilisearch");
  } finally {
    await stage.rows("alter table search_engines_away rename to search_engines");
  }
});

test("an engine whose indexes were built anew is asked again", async () => {
  await stopTaking("Care for violas");
  await stage.rows("delete from graphile_worker._private_jobs");
  await reindexSearch(worker);
  pass(4_000);
  expect(await find("violas")).toEqual({ titles: ["Care for violas"], degraded: false });
  expect(await writesSeen()).toBeNull();
});

test("a change that replaced a waiting one keeps the engine out as the waiting one did", async () => {
  await stopTaking("Care for cellos");
  pass(11_000);
  await syncPlacement(worker, refs[1] as (typeof refs)[number]);
  await withSystem(worker, (tx) =>
    enqueue(tx, "sync-placement", { districtId, placementId: refs[0]?.placementId ?? "" }),
  );
  expect(await stage.rows("select last_error from graphile_worker._private_jobs")).toEqual([{ last_error: null }]);
  pass(4_000);
  expect((await find("cellos")).degraded).toBe(true);
});

test("a change that fails on while others are taken keeps the engine out for a minute, and is tried ever more seldom after it", async () => {
  await stopTaking("Care for harps");
  pass(11_000);
  await syncPlacement(worker, refs[1] as (typeof refs)[number]);
  expect(await tries()).toEqual([{ attempts: 0, due: true }]);
  await failAgain();
  pass(4_000);
  expect((await find("harps")).degraded).toBe(true);
  await passMinute();
  expect((await find("harps")).degraded).toBe(false);
  expect(await tries()).toEqual([{ attempts: 2, due: false }]);
});

test("one record that fails after each coming back keeps the engine out until the next try, and no longer", async () => {
  await stopTaking("Care for gongs");
  pass(11_000);
  expect(await probeSearch(worker)).toBe("taken");
  expect(await tries()).toEqual([{ attempts: 0, due: true }]);

  // It fails twice in a row, which is a rest, and an engine that comes back from it does not ask for it at once again.
  const [ref] = refs as [(typeof refs)[number]];
  double.troubles.next.push("canceled", "canceled");
  for (const _ of [1, 2]) await expect(syncPlacement(worker, ref)).rejects.toMatchObject({ fault: "engine_down" });
  await failAgain();
  await vi.waitUntil(async () => (await writesSeen())?.backAt === null);
  pass(11_000);
  expect(await probeSearch(worker)).toBe("taken");
  expect(await tries()).toEqual([{ attempts: 2, due: false }]);
  await passMinute();
  expect((await find("gongs")).degraded).toBe(false);
  expect(await tries()).toEqual([{ attempts: 2, due: false }]);
});

test("a record that was hurried once is hurried again after six hours, and at once when it was changed", async () => {
  await stopTaking("Care for lyres");
  const hurry = () => stage.rows("select app.hurry_search_changes()");
  await hurry();
  await failAgain();
  await hurry();
  expect(await tries()).toEqual([{ attempts: 2, due: false }]);
  await stage.rows("update graphile_worker._private_jobs set updated_at = updated_at - interval '6 hours'");
  await hurry();
  expect(await tries()).toEqual([{ attempts: 0, due: true }]);

  await withSystem(worker, (tx) =>
    enqueue(tx, "sync-placement", { districtId, placementId: refs[0]?.placementId ?? "" }),
  );
  await failAgain();
  await hurry();
  expect(await tries()).toEqual([{ attempts: 0, due: true }]);
});

test("a record on which the engine breaks, however often, keeps nobody from it, and Operations names it", async () => {
  const [ref] = refs;
  if (!ref) throw new Error("no placement");
  double.troubles.breakingIds.add(ref.placementId);
  for (let time = 1; time <= 3; time += 1)
    await expect(syncPlacement(worker, ref)).rejects.toMatchObject({
      fault: "bad_document",
      refused: [{ id: ref.placementId, because: "internal: panicked" }],
    });
  await withSystem(worker, (tx) => enqueue(tx, "sync-placement", ref));
  await stage.rows(
    `update graphile_worker._private_jobs set attempts = 3, last_error = 'sync-placement failed: bad_document'`,
  );
  pass(4_000);
  expect((await find("animals")).degraded).toBe(false);
  const { engines, queues } = valueIn(await openOperations(web, staff("priya")));
  expect(engines[0]?.writes).toBeNull();
  expect(queues[0]?.troubled).toMatchObject([
    { subject: ref.placementId, error: "sync-placement failed: bad_document" },
  ]);
});

test("changes that do not get their turn while an index is built say nothing against the engine, and come again", async () => {
  const [ref] = refs;
  if (!ref) throw new Error("no placement");
  await inTurn({ db: web.db }, "search throughline-placements", async () => {
    const ends = await Promise.allSettled([syncPlacement(worker, ref), syncPlacement(worker, ref)]);
    expect(ends).toMatchObject([{ reason: { fault: "engine_busy" } }, { reason: { fault: "engine_busy" } }]);
  });
  pass(4_000);
  expect((await find("animals")).degraded).toBe(false);
  await syncPlacement(worker, ref);
  expect(await writesSeen()).toBeNull();
}, 20_000);
