import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { moveListings, type StaffMove } from "~/features/placements/move-listings.server";
import { moveOwnListing, type OwnMove } from "~/features/placements/move-own-listing.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { cast, castActor } from "~db/cast";
import {
  carlos,
  HARBOR,
  LAKEVIEW,
  listPlacementsToIndex,
  maya,
  mayaPosts,
  readListing,
  theo,
} from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { lakeviewListing, NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
let placementId: string;
let listingId: string;
beforeAll(async () => {
  stage = await openStage();
});
/** A placement of Maya's clinic that Lakeview has published. */
beforeEach(async () => {
  await stage.clear();
  placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  listingId = (await readListing(stage, placementId)).id;
  valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [listingId] }));
  await stage.rows("delete from graphile_worker._private_jobs");
});
afterAll(() => stage.close());

const move = (wish: StaffMove, { by = staff("ines"), listingIds = [listingId] } = {}) =>
  moveListings(stage.wiring, by, { listingIds, move: wish });
const moveOwn = (wish: OwnMove, { by = maya, of = listingId } = {}) =>
  moveOwnListing(stage.wiring, by, { listingId: of, move: wish });
const stateOf = async (school: "lakeview" | "harbor" = "lakeview") =>
  (await readListing(stage, placementId, school)).state;
const [ONE, NONE] = [
  { ok: true, value: { moved: 1, skipped: 0 } },
  { ok: true, value: { moved: 0, skipped: 1 } },
];

test("a coordinator pauses, archives and reopens, and the index follows each time", async () => {
  for (const [wish, state] of [
    ["pause", "paused"],
    ["archive", "archived"],
    ["reopen", "in_review"],
  ] as const) {
    await stage.rows("delete from graphile_worker._private_jobs");
    expect(await move(wish)).toEqual(ONE);
    expect(await stateOf()).toBe(state);
    expect(await listPlacementsToIndex(stage)).toEqual([placementId]);
  }
  expect(await stateOf("harbor")).toBe("in_review");
});

test("a move from a state that it does not start from is skipped, and nothing is told to the index", async () => {
  expect(await move("reopen")).toEqual(NONE);
  expect(await stateOf()).toBe("published");
  expect(await listPlacementsToIndex(stage)).toEqual([]);
});

test("of many the ones that can move do, and a listing that is named twice counts once", async () => {
  const paused = lakeviewListing("seniors-shadow");
  const outcome = await move("pause", { listingIds: [listingId, listingId, paused, NOBODY] });
  expect(outcome).toEqual({ ok: true, value: { moved: 1, skipped: 2 } });
});

test("a paused listing takes no new request, and a published one does again", async () => {
  const ask = () => requestPursuit(stage.wiring, student("ana"), { listingId, note: "" });
  valueIn(await move("pause"));
  expect(await ask()).toMatchObject({ ok: false, reason: "not_open" });
  valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [listingId] }));
  expect(await ask()).toMatchObject({ ok: true });
});

test("an advisor moves nothing, and a coordinator nothing of another school", async () => {
  expect(await move("pause", { by: staff("tom") })).toEqual({ ok: false, reason: "not_permitted" });
  for (const by of [staff("malik"), staff("greta")]) expect(await move("pause", { by })).toEqual(NONE);
  expect(await moveListings(stage.wiring, maya, { listingIds: [listingId], move: "pause" })).toEqual({
    ok: false,
    reason: "not_permitted",
  });
  expect(await stateOf()).toBe("published");
});

test("a host rests an own listing, offers it again and ends it, each school by itself", async () => {
  expect(await moveOwn("pause")).toEqual({ ok: true, value: { from: "published", to: "paused" } });
  expect(await moveOwn("resubmit", { by: theo })).toEqual({ ok: true, value: { from: "paused", to: "in_review" } });
  expect(await moveOwn("archive")).toEqual({ ok: true, value: { from: "in_review", to: "archived" } });
  expect(await listPlacementsToIndex(stage)).toEqual([placementId]);
  expect(await stateOf("harbor")).toBe("in_review");
});

test("a host cannot pause what no school shows yet", async () => {
  const of = (await readListing(stage, placementId, "harbor")).id;
  expect(await moveOwn("pause", { of })).toMatchObject({ ok: false, reason: "wrong_state" });
});

test("a listing of another organisation is not there for a host, and nobody else moves as one", async () => {
  const notFound = { ok: false, reason: "not_found" };
  expect(await moveOwn("archive", { by: carlos })).toEqual(notFound);
  expect(await moveOwn("archive", { by: castActor(cast.ruth) })).toEqual(notFound);
  expect(await moveOwn("archive", { of: NOBODY })).toEqual(notFound);
  expect(await stateOf()).toBe("published");
});
