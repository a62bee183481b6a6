import { afterAll, beforeAll, expect, test } from "vitest";
import { openGifts } from "~/features/fund/open-gifts.server";
import { openGive } from "~/features/fund/open-give.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { aWish, type FundStage, openFundStage } from "../../support/fund";
import { valueIn } from "../../support/stage";

const GIFTS = 102;
const maya = castActor(cast.maya);

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
  for (let at = 0; at < GIFTS; at++) valueIn(await startGift(stage.wiring, maya, aWish({ amount: `${10 + at}` })));
});
afterAll(() => stage.close());

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test("staff reach every gift, page by page, the newest first and each once", async () => {
  const pages = [];
  for (const page of [1, 2, 3]) pages.push(valueIn(await openGifts(stage.wiring, castActor(cast.ines), { page })));
  expect(pages.map(({ gifts, page, pages: of }) => [gifts.length, page, of])).toEqual([
    [50, 1, 3],
    [50, 2, 3],
    [2, 3, 3],
  ]);
  expect(new Set(pages.flatMap(({ gifts }) => idsOf(gifts))).size).toBe(GIFTS);
  expect(pages.flatMap(({ gifts }) => gifts.map(({ minor }) => minor)).at(-1)).toBe(1_000);
});

test("a mentor reads of each gift to which school it went, on which day there, and what went back of it", async () => {
  const { own } = valueIn(await openGive(stage.wiring, maya));
  await stage.rows("update gifts set came_back = 'part_refunded', created_at = '2026-10-15T03:00:00Z' where id = $1", [
    own[0]?.id,
  ]);
  const again = [1, 2, 3, 4, 5, 6].map(async (page) => valueIn(await openGive(stage.wiring, maya, { page })).own);
  const gift = (await Promise.all(again)).flat().find(({ id }) => id === own[0]?.id);
  // three in the morning by UTC is the day before in Seattle
  expect(gift).toMatchObject({
    schoolName: sampleSchools.lakeview.name,
    onDay: "2026-10-14",
    came_back: "part_refunded",
  });
});

test("a mentor reaches everything their organisation gave, and another organisation none of it", async () => {
  const ids = [];
  for (let page = 1; page <= 6; page++) ids.push(...idsOf(valueIn(await openGive(stage.wiring, maya, { page })).own));
  expect(new Set(ids).size).toBe(GIFTS);
  expect(valueIn(await openGive(stage.wiring, castActor(cast.ingrid), { page: 2 }))).toMatchObject({
    own: [],
    pages: 1,
  });
});
