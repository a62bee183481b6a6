import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeListing } from "~/features/placements/change-listing.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { openListing } from "~/features/search/open-listing.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { HARBOR, LAKEVIEW, listPlacementsToIndex, mayaPosts, readListing } from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { wishFor } from "../../support/searching";
import { openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const search of stage.wiring.searchEngines) await search.rebuild("placements", []);
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("truncate search_documents cascade");
});
afterAll(() => stage.close());

const POSTED = { seats: 3, days: [{ weekday: 2, startsAt: "09:00", endsAt: "12:00", seats: 3 }] };

/** Does the jobs that wait, as the worker would: what no act has promised stays as it is in the index. */
async function doJobs(): Promise<void> {
  for (const placementId of await listPlacementsToIndex(stage))
    await syncPlacement(stage.wiring, { districtId: student("ana").districtId, placementId });
  await stage.rows("delete from graphile_worker._private_jobs");
}

async function publish(placementId: string, school: "lakeview" | "harbor" = "lakeview"): Promise<string> {
  const { id } = await readListing(stage, placementId, school);
  const by = staff(school === "lakeview" ? "ines" : "malik");
  valueIn(await publishListings(stage.wiring, by, { listingIds: [id] }));
  await doJobs();
  return id;
}

/** The most seats that a reader can ask for and still find it; 0 where it is full, null where it is not there at all. */
async function mostFound(by = student("ana")): Promise<number | null> {
  let most: number | null = null;
  for (let openSeats = 0; openSeats <= 10; openSeats += 1) {
    const { results } = valueIn(await searchPlacements(stage.wiring, by, wishFor({ text: "owls", openSeats })));
    if (results.length === 0) break;
    most = openSeats;
  }
  return most;
}

test("the index knows how many more students can go after it, after every act that changes it", async () => {
  const listingId = await publish(await mayaPosts(stage, POSTED));
  expect(await mostFound()).toBe(3);
  const jada = student("jada");
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, jada, { listingId, note: "" }));
  await doJobs();
  expect(await mostFound()).toBe(3);
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  await doJobs();
  expect(await mostFound()).toBe(2);
  valueIn(await changeListing(stage.wiring, staff("ines"), { listingId, seats: 1, reviewNote: "" }));
  await doJobs();
  expect(await mostFound()).toBe(0);
  valueIn(await withdrawPursuit(stage.wiring, jada, { pursuitId, reason: "" }));
  await doJobs();
  expect(await mostFound()).toBe(1);
});

test("the number that a result and its page show is the one that the limit goes by", async () => {
  const listingId = await publish(await mayaPosts(stage, POSTED));
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("jada"), { listingId, note: "" }));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  await doJobs();
  const { results } = valueIn(await searchPlacements(stage.wiring, student("ana"), wishFor({ text: "owls" })));
  expect(results[0]).toMatchObject({ openSeats: 2, isOpen: true });
  expect(valueIn(await openListing(stage.wiring, student("ana"), { listingId })).places.room).toBe(2);
});

test("what a page shows is read from the rows, also before the index has heard of it", async () => {
  const listingId = await publish(await mayaPosts(stage, POSTED));
  valueIn(await changeListing(stage.wiring, staff("ines"), { listingId, seats: 1, reviewNote: "" }));
  const { results } = valueIn(
    await searchPlacements(stage.wiring, student("ana"), wishFor({ text: "owls", openSeats: 3 })),
  );
  expect(results.map(({ openSeats }) => openSeats)).toEqual([1]);
});

test("seats of another school are none to ask for, and a reader learns nothing of them", async () => {
  const placementId = await mayaPosts(stage, { ...POSTED, schoolIds: [LAKEVIEW, HARBOR] });
  const here = await publish(placementId);
  await publish(placementId, "harbor");
  valueIn(await changeListing(stage.wiring, staff("ines"), { listingId: here, seats: 1, reviewNote: "" }));
  await doJobs();
  expect(await mostFound()).toBe(1);
  expect(await mostFound(student("keisha"))).toBe(3);
});
