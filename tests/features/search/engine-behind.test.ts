import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { StudentActor } from "~/domain/actor";
import { openOperations } from "~/features/operations/open-operations.server";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { cast } from "~db/cast";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
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
