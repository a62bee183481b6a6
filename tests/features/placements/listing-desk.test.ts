import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeListing } from "~/features/placements/change-listing.server";
import { LISTINGS_PER_PAGE, listSchoolListings } from "~/features/placements/list-listings.server";
import { openListing } from "~/features/placements/open-listing.server";
import { cast, castActor } from "~db/cast";
import { HARBOR, LAKEVIEW, listPlacementsToIndex, maya, mayaPosts, readListing } from "../../support/posting";
import { staff } from "../../support/pursuit-way";
import { lakeviewListing, NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const desk = (changes: Partial<Parameters<typeof listSchoolListings>[2]> = {}, by = staff("ines")) =>
  listSchoolListings(stage.wiring, by, { state: "in_review", words: "", page: 1, ...changes });
const change = (listingId: string, { seats = 1, reviewNote = "Thank you.", by = staff("ines") } = {}) =>
  changeListing(stage.wiring, by, { listingId, seats, reviewNote });
const notPermitted = { ok: false, reason: "not_permitted" };
const notFound = { ok: false, reason: "not_found" };
const outsiders = [staff("tom"), castActor(cast.ana), castActor(cast.rosa), maya];

test("the desk shows one state of the own school, with how many there are in each", async () => {
  const { rows, counts } = valueIn(await desk());
  expect(rows.map(({ id }) => id)).toContain(lakeviewListing("web-design"));
  expect(rows).toHaveLength(counts.in_review);
  const [all] = await stage.rows("select count(*)::int as count from listings where school_id = $1", [LAKEVIEW]);
  expect(counts.in_review + counts.published + counts.paused + counts.archived).toBe(all?.count);
  const ofHarbor = valueIn(await desk({}, staff("malik"))).rows.map(({ id }) => id);
  expect(ofHarbor.filter((id) => rows.some((row) => row.id === id))).toEqual([]);
});

test("words are looked for in titles and in names of organisations, and signs mean themselves", async () => {
  const titles = async (words: string) =>
    valueIn(await desk({ state: "published", words })).rows.map(({ title }) => title);
  expect(await titles("FRONT desk")).toEqual(["Welcome people and pets at the front desk"]);
  expect(await titles("sol y masa")).toContain("Shape and sell bread in a family bakery");
  for (const sign of ["%", "_", "\\"]) expect(await titles(`front${sign}desk`)).toEqual([]);
});

test("long lists come in pages, and a page behind the last one is the last one", async () => {
  for (let n = 0; n < LISTINGS_PER_PAGE + 1; n += 1) await mayaPosts(stage, { title: `Owl in a long row ${n}` });
  const words = "long row";
  const first = valueIn(await desk({ words }));
  expect([first.rows.length, first.page, first.pages]).toEqual([LISTINGS_PER_PAGE, 1, 2]);
  const last = valueIn(await desk({ words, page: 9 }));
  expect([last.rows.length, last.page]).toEqual([1, 2]);
  expect(valueIn(await desk({ words, page: -3 })).page).toBe(1);
});

test("a listing opens with all that its host said and what was done with it", async () => {
  const { id: listingId } = await readListing(stage, await mayaPosts(stage));
  valueIn(await change(listingId));
  const opened = valueIn(await openListing(stage.wiring, staff("ines"), { listingId }));
  expect(opened).toMatchObject({
    listing: { title: "Nurse injured owls", seats: 1, review_note: "Thank you.", mentor_name: "Maya" },
    days: [{ weekday: 2 }],
    interests: ["animals"],
    backups: [{ id: cast.theo.personId }],
    placesTaken: 0,
    importId: undefined,
  });
  expect(opened.acts.map(({ transition }) => transition)).toEqual(["change"]);
});

test("new seats are this school's alone, and the index hears of them", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  const { id } = await readListing(stage, placementId);
  expect(await change(id, { seats: 0, reviewNote: "Full for now." })).toEqual({ ok: true, value: null });
  expect(await readListing(stage, placementId)).toMatchObject({ seats: 0, review_note: "Full for now." });
  expect(await readListing(stage, placementId, "harbor")).toMatchObject({ seats: 2, review_note: "" });
  expect(await listPlacementsToIndex(stage)).toEqual([placementId]);
  const acts = await stage.rows("select reason from audit_log where noun_id = $1", [id]);
  expect(acts).toEqual([{ reason: "seats 2 to 0" }]);
});

test("a listing of another school is not there, to open or to change", async () => {
  for (const listingId of [
    lakeviewListing("clinic-care", "harbor"),
    lakeviewListing("vet-farm", "cedar-ridge"),
    NOBODY,
  ]) {
    expect(await openListing(stage.wiring, staff("ines"), { listingId })).toEqual(notFound);
    expect(await change(listingId)).toEqual(notFound);
  }
});

test("only coordinators and admins sit at the desk", async () => {
  const listingId = lakeviewListing("web-design");
  expect(await desk({}, staff("priya"))).toMatchObject({ ok: true });
  for (const actor of outsiders) {
    expect(await listSchoolListings(stage.wiring, actor, { state: "published", words: "", page: 1 })).toEqual(
      notPermitted,
    );
    expect(await openListing(stage.wiring, actor, { listingId })).toEqual(notPermitted);
    expect(await changeListing(stage.wiring, actor, { listingId, seats: 9, reviewNote: "" })).toEqual(notPermitted);
  }
});
