import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { changeListing } from "~/features/placements/change-listing.server";
import { moveListings } from "~/features/placements/move-listings.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { startWorker } from "~/jobs/worker.server";
import { cast } from "~db/cast";
import { SearchError } from "~search/port";
import { AVIARY, HARBOR, LAKEVIEW, mayaPosts, readListing } from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { wishFor } from "../../support/searching";
import { NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
  for (const search of stage.wiring.searchEngines) await search.rebuild("placements", []);
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("truncate search_documents cascade");
});
afterAll(() => stage.close());

const { districtId } = cast.ana;
/** What a placement is promised to take at most from the click to the search. */
const PROMISE = { timeout: 2_000, interval: 20 };
const find = async (text: string, by = student("ana")) =>
  valueIn(await searchPlacements(stage.wiring, by, wishFor({ text }))).results.map(({ title }) => title);
const publish = async (placementId: string, school: "lakeview" | "harbor" = "lakeview") => {
  const { id } = await readListing(stage, placementId, school);
  const by = school === "lakeview" ? staff("ines") : staff("malik");
  valueIn(await publishListings(stage.wiring, by, { listingIds: [id] }));
  return id;
};
const sync = (placementId: string) => syncPlacement(stage.wiring, { districtId, placementId });

test("however often a placement changes before the worker comes, one job reads it as it is then", async () => {
  const placementId = await mayaPosts(stage);
  const listingId = await publish(placementId);
  for (const move of ["pause", "reopen", "pause"] as const)
    valueIn(await moveListings(stage.wiring, staff("ines"), { listingIds: [listingId], move }));
  const jobs = await stage.rows(
    "select payload from graphile_worker._private_jobs where payload ->> 'placementId' = $1",
    [placementId],
  );
  expect(jobs).toHaveLength(1);
});

test("posted and published is found within two seconds, and paused it is gone within two", async () => {
  const worker = await startWorker(stage.wiring, { byTheClock: false });
  try {
    const placementId = await mayaPosts(stage);
    expect(await find("owls")).toEqual([]);
    const listingId = await publish(placementId);
    await vi.waitUntil(async () => (await find("owls")).includes("Nurse injured owls"), PROMISE);
    valueIn(await moveListings(stage.wiring, staff("ines"), { listingIds: [listingId], move: "pause" }));
    await vi.waitUntil(
      async () => (await stage.wiring.search.count("placements", { schoolId: LAKEVIEW })).count === 0,
      PROMISE,
    );
    expect(await find("owls")).toEqual([]);
  } finally {
    await worker.stop();
  }
});

test("what an engine does not take stands in the row of its job by its fault, without what the error quotes", async () => {
  const refusing = {
    ...stage.wiring.search,
    put: () => Promise.reject(new SearchError("bad_document", "Nurse injured owls at Blue cottage")),
  };
  const worker = await startWorker({ ...stage.wiring, search: refusing }, { byTheClock: false });
  try {
    await publish(await mayaPosts(stage));
    const errors = () =>
      stage.rows("select last_error from graphile_worker._private_jobs where last_error is not null");
    await vi.waitUntil(async () => (await errors()).length > 0, PROMISE);
    expect(await errors()).toEqual([{ last_error: "sync-placement failed: bad_document" }]);
  } finally {
    await worker.stop();
  }
});

test("a paused listing is not shown even before the index has heard of it", async () => {
  const placementId = await mayaPosts(stage);
  const listingId = await publish(placementId);
  expect(await sync(placementId)).toBe("put");
  valueIn(await moveListings(stage.wiring, staff("ines"), { listingIds: [listingId], move: "pause" }));
  expect(await find("owls")).toEqual([]);
});

test("each school finds what it lists itself, and the other one does not", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  await publish(placementId, "harbor");
  await sync(placementId);
  expect(await find("owls", student("keisha"))).toEqual(["Nurse injured owls"]);
  expect(await find("owls")).toEqual([]);
});

test("what a student learns and what else the work is called are found, and the result says so", async () => {
  const skills = ["Stitch a wing", "Read a chart", "Handle an owl"];
  const placementId = await mayaPosts(stage, { skills, aliases: ["Raptor rehab"] });
  await publish(placementId);
  await sync(placementId);
  const first = async (text: string) => {
    const { results } = valueIn(await searchPlacements(stage.wiring, student("ana"), wishFor({ text })));
    return results.map((result) => [result.title, result.skills, result.aliases]);
  };
  const title = "Nurse injured owls";
  expect(await first("stitching a")).toEqual([
    [
      title,
      [
        {
          text: "Stitch a wing",
          marks: [
            [0, 6],
            [7, 8],
          ],
        },
      ],
      [],
    ],
  ]);
  expect(await first("raptr")).toEqual([[title, [], [{ text: "Raptor rehab", marks: [[0, 6]] }]]]);
  expect(await first("nurse")).toEqual([[title, [], []]]);
  // Until the index has heard of a change, no line stands there that the row does not have.
  await stage.rows("update placements set skills = '{Draw a chart}' where id = $1", [placementId]);
  expect(await first("stitching")).toEqual([[title, [], []]]);
});

test("coming twice, late or for what never was changes nothing", async () => {
  const placementId = await mayaPosts(stage);
  await publish(placementId);
  expect(await Promise.all([sync(placementId), sync(placementId), sync(placementId)])).toEqual(["put", "put", "put"]);
  expect(await find("owls")).toEqual(["Nurse injured owls"]);
  expect(await sync(NOBODY)).toBe("removed");
});

test("a placement without seats stays found, and is not open", async () => {
  const placementId = await mayaPosts(stage);
  const listingId = await publish(placementId);
  valueIn(await changeListing(stage.wiring, staff("ines"), { listingId, seats: 0, reviewNote: "" }));
  await sync(placementId);
  expect(await find("owls")).toEqual(["Nurse injured owls"]);
  const open = valueIn(await searchPlacements(stage.wiring, student("ana"), wishFor({ text: "owls", openSeats: 1 })));
  expect(open.results).toEqual([]);
});

test("nothing of a private home can be searched for but its town, and its pin is coarse", async () => {
  const home = {
    ...AVIARY,
    name: "Blue cottage",
    mode: "private_home",
    latitude: 47.6843,
    longitude: -122.3419,
  } as const;
  const placementId = await mayaPosts(stage, { site: home });
  await publish(placementId);
  await sync(placementId);
  for (const secret of ["cottage", "98103", "lane"]) expect(await find(secret)).not.toContain("Nurse injured owls");
  expect(await find("seattle")).toEqual(["Nurse injured owls"]);
  expect(await stage.rows("select latitude, longitude from search_documents where id = $1", [placementId])).toEqual([
    { latitude: 47.68, longitude: -122.34 },
  ]);
});
