import { afterAll, beforeAll, expect, test } from "vitest";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { openFund } from "~/features/fund/open-fund.server";
import { openGifts } from "~/features/fund/open-gifts.server";
import { openGive } from "~/features/fund/open-give.server";
import { openNeeds } from "~/features/fund/open-needs.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import { ACCOUNT, aWish, type FundStage, happens, openFundStage, openSession } from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";
import { wholePlan } from "../../support/whole-plan";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
afterAll(() => stage.close());

test("the same plan comes out with and without gifts", async () => {
  // the first plan is one that the others keep to
  await wholePlan(stage);
  const before = await wholePlan(stage);
  expect(before.pairs.length).toBeGreaterThan(5);
  for (const giver of [cast.ingrid, cast.carlos]) {
    const mentor = castActor(giver);
    const wish = aWish({ amount: "5000", purpose: "stipend" });
    const { giftId } = valueIn(await startGift(stage.wiring, mentor, wish));
    await happens(stage, await openSession(stage, giftId, mentor), "pay_card");
  }
  expect(stage.standIn.list(ACCOUNT, "charge")).toHaveLength(2);
  expect(await wholePlan(stage)).toEqual(before);
});

test("giving shows no student and opens no door", async () => {
  const mentor = castActor(cast.ingrid);
  const page = JSON.stringify(valueIn(await openGive(stage.wiring, mentor)));
  const students = await stage.rows<{ id: string; full_name: string }>(
    "select p.id, p.full_name from people p join students s on s.id = p.id",
  );
  for (const { id, full_name: name } of students) expect(page.includes(id) || page.includes(name)).toBe(false);
  for (const open of [openFund, openGifts, openNeeds])
    expect(reasonIn(await open(stage.wiring, mentor))).toBe("not_permitted");
  expect(reasonIn(await listFundEntries(stage.wiring, mentor, {}))).toBe("not_permitted");
  const wish = { giftId: cast.jada.personId, title: "x", returnUrl: "http://localhost:3000", language: "en" };
  expect(reasonIn(await payGift(stage.wiring, mentor, wish))).toBe("not_found");
});
