import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { openDemand } from "~/features/search/open-demand.server";
import { openListing } from "~/features/search/open-listing.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import type { SearchWish } from "~/features/search/search-wish";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { cast } from "~db/cast";
import { LAKEVIEW } from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { indexSample, wishFor } from "../../support/searching";
import { lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
  await indexSample(stage);
});
beforeEach(() => stage.wiring.clock.set(new Date(NOON)));
afterAll(() => stage.close());

const ana = student("ana");
/** Lakeview's clock is seven hours behind. */
const NOON = "2026-10-12T19:00:00Z";
const LATE_THAT_EVENING = "2026-10-13T06:30:00Z";
const AFTER_MIDNIGHT = "2026-10-13T07:30:00Z";

const idsFor = async (wish: Partial<SearchWish>) =>
  valueIn(await searchPlacements(stage.wiring, ana, wishFor(wish))).results.map(({ listingId }) => listingId);

async function placementOf(listingId: string): Promise<{ districtId: string; placementId: string }> {
  const [row] = await stage.rows<{ districtId: string; placementId: string }>(
    `select district_id as "districtId", placement_id as "placementId" from listings where id = $1`,
    [listingId],
  );
  return row as { districtId: string; placementId: string };
}

/** What the row says; the index hears of it only when it is told. */
async function setDates(key: string, dates: { startsOn?: string | null; endsOn?: string | null }) {
  const ref = await placementOf(lakeviewListing(key));
  await stage.rows("update placements set starts_on = $2, ends_on = $3 where id = $1", [
    ref.placementId,
    dates.startsOn ?? null,
    dates.endsOn ?? null,
  ]);
  return () => syncPlacement(stage.wiring, ref);
}

test("the newest is what the own school listed last: when another school lists the same changes nothing", async () => {
  const shared = await stage.rows<{ own: string; other: string; districtId: string; placementId: string }>(
    `select own.id as own, other.id as other, own.district_id as "districtId", own.placement_id as "placementId"
      from listings own join listings other using (placement_id)
      where own.school_id = $1 and other.school_id = $2 and own.state = 'published' and other.state = 'published' order by own.id`,
    [LAKEVIEW, cast.keisha.schoolId],
  );
  const [first] = shared;
  if (!first) throw new Error("The sample has no placement that both schools list");
  const list = async (listingId: string, at: string) => {
    await stage.rows("update listings set published_at = $2 where id = $1", [listingId, at]);
    await syncPlacement(stage.wiring, first);
  };
  await list(first.own, "2020-01-01T00:00:00Z");
  await list(first.other, "2020-01-01T00:00:00Z");
  const pages = async () => [...(await idsFor({ sort: "new" })), ...(await idsFor({ sort: "new", page: 2 }))];
  const before = await pages();
  expect(before[0]).not.toBe(first.own);
  await list(first.other, "2026-10-12T00:00:00Z");
  expect(await pages()).toEqual(before);
  await list(first.own, "2026-10-12T00:00:00Z");
  expect((await pages())[0]).toBe(first.own);
});

test("what is over is neither found nor counted, on the day of the school, before the index has heard of it and after", async () => {
  const care = lakeviewListing("clinic-care");
  const all = await idsFor({ text: "animals" });
  expect(all).toContain(care);
  const tell = await setDates("clinic-care", { endsOn: "2026-10-12" });
  await tell();
  stage.wiring.clock.set(new Date(LATE_THAT_EVENING));
  expect(await idsFor({ text: "animals" })).toContain(care);
  const { total, counts } = valueIn(await searchPlacements(stage.wiring, ana, wishFor({ text: "animals" })));
  stage.wiring.clock.set(new Date(AFTER_MIDNIGHT));
  const later = valueIn(await searchPlacements(stage.wiring, ana, wishFor({ text: "animals" })));
  expect(later.results.map(({ listingId }) => listingId)).not.toContain(care);
  expect(later.total).toBe(total - 1);
  expect(later.counts.kind.internship).toBe((counts.kind.internship ?? 0) - 1);
  expect(await tell()).toBe("removed");
  expect((await idsFor({ text: "animals" })).length).toBe(all.length - 1);
  stage.wiring.clock.set(new Date(NOON));
  await (await setDates("clinic-care", {}))();
  expect(await idsFor({ text: "animals" })).toContain(care);
});

test("what is over is not open and cannot be asked for, and who follows a link to it reads it still", async () => {
  const listingId = lakeviewListing("clinic-desk");
  expect(valueIn(await openListing(stage.wiring, ana, { listingId }))).toMatchObject({
    mayAsk: true,
    isOver: false,
  });
  await setDates("clinic-desk", { endsOn: "2026-10-12" });
  expect(valueIn(await openListing(stage.wiring, ana, { listingId }))).toMatchObject({ mayAsk: true, isOver: false });
  await setDates("clinic-desk", { endsOn: "2026-10-11" });
  const opened = valueIn(await openListing(stage.wiring, ana, { listingId }));
  expect(opened).toMatchObject({ mayAsk: false, isOver: true, places: { isOpen: false } });
  expect(reasonIn(await requestPursuit(stage.wiring, ana, { listingId, note: "" }))).toBe("not_open");
  await setDates("clinic-desk", {});
});

test("seats of what is over are none that the school could fill", async () => {
  const seats = async () => {
    const demand = valueIn(await openDemand(stage.wiring, staff("ines"), { audience: "school" }));
    return demand.rows.find(({ interestId }) => interestId === "animals")?.seats ?? 0;
  };
  const before = await seats();
  await setDates("clinic-care", { endsOn: "2026-10-11" });
  expect(await seats()).toBeLessThan(before);
  await setDates("clinic-care", {});
  expect(await seats()).toBe(before);
});

test("the soonest begins today or next; behind it what has begun, then what names no day", async () => {
  const dates: [key: string, startsOn: string][] = [
    ["clinic-care", "2026-11-02"],
    ["clinic-desk", "2026-10-12"],
    ["bakery-morning", "2019-09-01"],
  ];
  await stage.rows("update placements set starts_on = null");
  for (const [key, startsOn] of dates) await setDates(key, { startsOn });
  const rows = await stage.rows<{ districtId: string; placementId: string }>(
    `select district_id as "districtId", placement_id as "placementId" from listings where school_id = $1`,
    [LAKEVIEW],
  );
  for (const ref of rows) await syncPlacement(stage.wiring, ref);
  const soonest = await idsFor({ sort: "soon" });
  expect(soonest.slice(0, 3)).toEqual(
    ["clinic-desk", "clinic-care", "bakery-morning"].map((key) => lakeviewListing(key)),
  );
});
