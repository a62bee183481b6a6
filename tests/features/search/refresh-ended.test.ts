import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { searchPlacements } from "~/features/search/search-placements.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { sweep } from "~/jobs/sweep";
import { cast } from "~db/cast";
import { anaAsks, student } from "../../support/pursuit-way";
import { indexSample, wishFor } from "../../support/searching";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
  await indexSample(stage);
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** Lakeview's clock is seven hours behind. */
const LAST_EVENING = "2026-10-13T06:05:00Z";
const AFTER_MIDNIGHT = "2026-10-13T08:05:00Z";
const NOON = "2026-10-13T19:05:00Z";

/** Does the jobs that wait, as the worker would; answers the placements they read. */
async function doJobs(): Promise<string[]> {
  const jobs = await stage.rows<{ payload: { districtId: string; placementId: string } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'sync-placement'`,
  );
  for (const { payload } of jobs) await syncPlacement(stage.wiring, payload);
  await stage.rows("delete from graphile_worker._private_jobs");
  return jobs.map(({ payload }) => payload.placementId);
}

async function sweepAt(moment: string): Promise<string[]> {
  stage.wiring.clock.set(new Date(moment));
  await sweep(stage.wiring);
  return doJobs();
}

const care = lakeviewListing("clinic-care");
async function placementId(): Promise<string | undefined> {
  const rows = await stage.rows<{ id: string }>("select placement_id as id from listings where id = $1", [care]);
  return rows[0]?.id;
}
async function isFound({ openSeats }: { openSeats: number }): Promise<boolean> {
  const wish = wishFor({ openSeats, text: "animals" });
  const { results } = valueIn(await searchPlacements(stage.wiring, student("ana"), wish));
  return results.some(({ listingId }) => listingId === care);
}

test("a seat that comes free by its date is open in the search that day, without anybody's act", async () => {
  stage.wiring.clock.set(new Date(LAST_EVENING));
  const pursuitId = await anaAsks(stage, "clinic-care");
  await stage.rows("update listings set seats = 1 where id = $1", [care]);
  await stage.rows(
    `insert into seat_holds (school_id, listing_id, seat_no, weekday, during, pursuit_id)
      select school_id, id, 1, 2, '[2026-09-01,2026-10-12]', $2 from listings where id = $1`,
    [care, pursuitId],
  );
  await indexSample(stage);
  await syncPlacement(stage.wiring, { districtId: cast.ana.districtId, placementId: (await placementId()) ?? "" });
  await stage.rows("delete from graphile_worker._private_jobs");
  expect(await isFound({ openSeats: 1 })).toBe(false);
  expect(await sweepAt(LAST_EVENING)).toEqual([]);
  expect(await sweepAt(AFTER_MIDNIGHT)).toEqual([await placementId()]);
  expect(await isFound({ openSeats: 1 })).toBe(true);
});

test("the document of a placement that is over goes that day; by noon nothing is read again", async () => {
  await stage.rows("update placements set ends_on = '2026-10-12' where id = $1", [await placementId()]);
  expect(await sweepAt(LAST_EVENING)).toEqual([]);
  expect(await sweepAt(AFTER_MIDNIGHT)).toEqual([await placementId()]);
  const held = await stage.rows("select removed from search_documents where id = $1", [await placementId()]);
  expect(held).toEqual([{ removed: true }]);
  expect(await isFound({ openSeats: 0 })).toBe(false);
  expect(await sweepAt(NOON)).toEqual([]);
});
