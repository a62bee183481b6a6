import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listWishes } from "~/features/wishes/list-wishes.server";
import { moveWish } from "~/features/wishes/move-wish.server";
import { removeWish } from "~/features/wishes/remove-wish.server";
import { saveWish } from "~/features/wishes/save-wish.server";
import { cast, castActor } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { countRows, lakeviewListing, NOBODY, openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const [CARE, DESK, BREAD] = ["clinic-care", "clinic-desk", "bakery-morning"].map((key) => lakeviewListing(key)) as [
  string,
  string,
  string,
];
const save = (listingId: string, by: Parameters<typeof saveWish>[1] = student("ana")) =>
  saveWish(stage.wiring, by, { listingId });
const remove = (listingId: string, by: Parameters<typeof removeWish>[1] = student("ana")) =>
  removeWish(stage.wiring, by, { listingId });
const list = async (by = student("ana")) => (await listWishes(stage.wiring, by)).map(({ listingId }) => listingId);

test("what a student saves is on the list with its title and host, in the order it was saved", async () => {
  for (const listingId of [DESK, CARE, BREAD])
    expect(await save(listingId)).toEqual({ ok: true, value: { saved: true } });
  expect(await list()).toEqual([DESK, CARE, BREAD]);
  expect((await listWishes(stage.wiring, student("ana")))[0]).toMatchObject({
    title: "Welcome people and pets at the front desk",
    kind: "internship",
    organisation: "Green Lake Animal Clinic (sample)",
  });
});

test("saving twice, also at once, is saving once and keeps the place", async () => {
  await save(CARE);
  await save(DESK);
  await Promise.all([save(CARE), save(CARE), save(CARE)]);
  expect(await list()).toEqual([CARE, DESK]);
});

test("what is taken off is gone, and taking it off again is harmless", async () => {
  await save(CARE);
  for (let n = 0; n < 2; n += 1) expect(await remove(CARE)).toEqual({ ok: true, value: { saved: false } });
  expect(await list()).toEqual([]);
});

test("a wish whose listing rests is not shown, comes back with it, and can be taken off meanwhile", async () => {
  await save(CARE);
  await save(DESK);
  await stage.rows("update listings set state = 'paused' where id = any($1)", [[CARE, DESK]]);
  try {
    expect(await list()).toEqual([]);
    expect(await remove(DESK)).toMatchObject({ ok: true });
  } finally {
    await stage.rows("update listings set state = 'published' where id = any($1)", [[CARE, DESK]]);
  }
  expect(await list()).toEqual([CARE]);
});

test("what is over cannot be saved, by a page that was open since, and on its last day it still can", async () => {
  const endsOn = (day: string | null) =>
    stage.rows("update placements set ends_on = $1 where id = (select placement_id from listings where id = $2)", [
      day,
      CARE,
    ]);
  const today = stage.wiring.clock.now().toISOString().slice(0, 10);
  try {
    await endsOn("2026-06-01");
    expect(await save(CARE)).toEqual({ ok: false, reason: "not_open" });
    expect(await countRows(stage, "wishes")).toBe(0);
    await endsOn(today);
    expect(await save(CARE)).toMatchObject({ ok: true });
  } finally {
    await endsOn(null);
  }
});

test("what is not published, of another school or made up cannot be saved", async () => {
  const hidden = ["web-design", "seniors-shadow", "fire-interview"].map((key) => lakeviewListing(key));
  for (const listingId of [...hidden, lakeviewListing("clinic-care", "harbor"), NOBODY])
    expect(await save(listingId)).toEqual({ ok: false, reason: "not_found" });
  expect(await countRows(stage, "wishes")).toBe(0);
});

test("only students have wishes, each their own", async () => {
  await save(CARE);
  for (const by of [staff("ines"), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(await save(DESK, by)).toEqual({ ok: false, reason: "not_permitted" });
    expect(await remove(CARE, by)).toEqual({ ok: false, reason: "not_permitted" });
  }
  for (const by of [student("jada"), student("keisha")]) {
    await remove(CARE, by);
    expect(await list(by)).toEqual([]);
  }
  expect(await list()).toEqual([CARE]);
});

const move = (listingId: string, place: number, by: Parameters<typeof moveWish>[1] = student("ana")) =>
  moveWish(stage.wiring, by, { listingId, place });

test("a student puts the list in their own order; the same press twice, also at once, is one move", async () => {
  for (const listingId of [DESK, CARE, BREAD]) await save(listingId);
  await Promise.all([move(BREAD, 1), move(BREAD, 1), move(BREAD, 1)]);
  expect(await list()).toEqual([DESK, BREAD, CARE]);
  await move(DESK, 99);
  expect(await list()).toEqual([BREAD, CARE, DESK]);
  const salmon = lakeviewListing("salmon-count");
  await save(salmon);
  expect(await list()).toEqual([BREAD, CARE, DESK, salmon]);
});

test("what rests keeps its place on the list while others move", async () => {
  for (const listingId of [DESK, CARE, BREAD]) await save(listingId);
  await stage.rows("update listings set state = 'paused' where id = $1", [CARE]);
  try {
    expect(await move(CARE, 0)).toEqual({ ok: false, reason: "not_listed" });
    await move(BREAD, 0);
    expect(await list()).toEqual([BREAD, DESK]);
  } finally {
    await stage.rows("update listings set state = 'published' where id = $1", [CARE]);
  }
  expect(await list()).toEqual([BREAD, DESK, CARE]);
});

test("nobody moves what is on somebody else's list", async () => {
  for (const listingId of [DESK, CARE]) await save(listingId);
  expect(await move(CARE, 0, student("jada"))).toEqual({ ok: false, reason: "not_listed" });
  for (const by of [staff("ines"), castActor(cast.rosa)])
    expect(await move(CARE, 0, by)).toEqual({ ok: false, reason: "not_permitted" });
  expect(await list()).toEqual([DESK, CARE]);
});
