import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openListing } from "~/features/search/open-listing.server";
import { saveWish } from "~/features/wishes/save-wish.server";
import { cast, castActor } from "~db/cast";
import { anaAsks, staff, student } from "../../support/pursuit-way";
import { lakeviewListing, NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const open = (listingId: string, by: Parameters<typeof openListing>[1] = student("ana")) =>
  openListing(stage.wiring, by, { listingId });
const CARE = lakeviewListing("clinic-care");
const notFound = { ok: false, reason: "not_found" };

test("a student opens a listing with the fit, and may ask for it", async () => {
  const opened = valueIn(await open(CARE));
  expect(opened).toMatchObject({ isListed: true, mayAsk: true, wished: false, pursuit: null, seesBoard: false });
  expect(opened.listing).toMatchObject({
    listing_id: CARE,
    organisation_name: cast.maya.organisation && expect.any(String),
  });
  expect(opened.places).toMatchObject({ openSeats: 1, isOpen: true });
  expect(opened.fit?.reasons.length).toBeGreaterThan(0);
});

test("what was saved and asked for shows, and nobody asks twice", async () => {
  valueIn(await saveWish(stage.wiring, student("ana"), { listingId: CARE }));
  const pursuitId = await anaAsks(stage);
  expect(valueIn(await open(CARE))).toMatchObject({
    wished: true,
    pursuit: { pursuitId, state: "requested" },
    mayAsk: false,
  });
  expect(valueIn(await open(CARE, student("jada")))).toMatchObject({ wished: false, pursuit: null, mayAsk: true });
});

test("after a pursuit has ended the student may ask again", async () => {
  const pursuitId = await anaAsks(stage);
  await stage.rows("update pursuits set state = 'withdrawn', ended_at = now() where id = $1", [pursuitId]);
  expect(valueIn(await open(CARE))).toMatchObject({ pursuit: { state: "withdrawn" }, mayAsk: true });
});

test("what is paused stays open to the student who went after it, and to nobody else", async () => {
  await anaAsks(stage);
  await stage.rows("update listings set state = 'paused' where id = $1", [CARE]);
  try {
    expect(valueIn(await open(CARE))).toMatchObject({ isListed: false, mayAsk: false });
    for (const by of [student("jada"), castActor(cast.rosa), staff("ines")])
      expect(await open(CARE, by)).toEqual(notFound);
  } finally {
    await stage.rows("update listings set state = 'published' where id = $1", [CARE]);
  }
});

test("what staff ask for themselves cannot be asked for by a student", async () => {
  expect(valueIn(await open(lakeviewListing("bakery-class")))).toMatchObject({ isListed: true, mayAsk: false });
});

test("staff and guardians open it without a student's fit, and only coordinators are led to the board", async () => {
  for (const [by, seesBoard] of [
    [staff("ines"), true],
    [staff("priya"), true],
    [staff("tom"), false],
    [castActor(cast.rosa), false],
  ] as const)
    expect(valueIn(await open(CARE, by))).toMatchObject({ fit: null, pursuit: null, mayAsk: false, seesBoard });
});

test("a listing in review, of another school or made up is not there, and a mentor opens none", async () => {
  const hidden = ["web-design", "fire-interview"].map((key) => lakeviewListing(key));
  const others = [lakeviewListing("clinic-care", "harbor"), lakeviewListing("vet-farm", "cedar-ridge"), NOBODY];
  for (const listingId of [...hidden, ...others]) expect(await open(listingId)).toEqual(notFound);
  expect(await open(CARE, castActor(cast.maya))).toEqual(notFound);
});
