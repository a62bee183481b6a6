import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ThanksWish } from "~/domain/fund/thanks";
import { endPromise } from "~/features/fund/end-promise.server";
import { forgetDonor } from "~/features/fund/forget-donor.server";
import { openGift } from "~/features/fund/open-gift.server";
import { openThanks } from "~/features/fund/open-thanks.server";
import { showThanks } from "~/features/fund/show-thanks.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { wishThanks } from "~/features/fund/wish-thanks.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { aWish, donor, type FundStage, happens, openFundStage, paidGift } from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const { schoolId } = sampleSchools.lakeview;
const page = async () => valueIn(await openThanks(stage.wiring, { schoolId })).thanks;
const show = (giftId: string, place: "shown" | "hidden" = "shown", by = ines) =>
  showThanks(stage.wiring, by, { giftId, place });
const thanked = async (thanks: ThanksWish, own: Parameters<typeof aWish>[0] = {}) => {
  const { giftId, charge } = await paidGift(stage, { ...own, thanks });
  valueIn(await show(giftId));
  return { giftId, charge };
};
const NAMED: ThanksWish = { thanks: "named", words: "", withAmount: false };

test("the page names who wished it, without the amount; words and amount stand there when they were wished", async () => {
  await thanked(NAMED);
  expect(await page()).toEqual([{ name: "Bo Lind", minor: null, purpose: "transit", currency: "usd", words: "" }]);
  await thanked({ thanks: "named", words: " Ride well! ", withAmount: true }, { donorName: "Lu Li", amount: "25" });
  expect(await page()).toContainEqual({
    ...{ name: "Lu Li", minor: 2_500, purpose: "transit", currency: "usd", words: "Ride well!" },
  });
});

test("of a gift of which a part came, and no more is asked for, the donor is told and thanked for that part", async () => {
  const thanks: ThanksWish = { thanks: "named", words: "", withAmount: true };
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true, thanks })));
  const check = { giftId, amount: "40", chequeNumber: "1", receivedOn: "2026-10-14" };
  valueIn(await takeChequeFor(stage.wiring, priya, check));
  expect(valueIn(await openGift(stage.wiring, donor, { giftId }))).toMatchObject({ cameMinor: 4_000, isPayable: true });
  valueIn(await endPromise(stage.wiring, priya, { giftId }));
  const seen = valueIn(await openGift(stage.wiring, donor, { giftId }));
  expect(seen).toMatchObject({ standing: "paid", minor: 10_000, cameMinor: 4_000 });
  valueIn(await show(giftId));
  expect(await page()).toMatchObject([{ name: "Bo Lind", minor: 4_000 }]);
});

test("who wished no name is not named, and nothing else of the donor is there for a stranger to read", async () => {
  await thanked({ thanks: "unnamed", words: "Good luck!", withAmount: false }, { donorName: "Quirina Voss" });
  const answer = JSON.stringify(valueIn(await openThanks(stage.wiring, { schoolId })));
  expect(answer).toContain("Good luck!");
  expect(answer).not.toMatch(/quirina|voss|bo@example|10000|[0-9a-f]{8}-[0-9a-f]{4}/i);
});

test("who did not wish it, has not paid yet, or nobody has read, is not there", async () => {
  const { giftId: silent } = await paidGift(stage);
  expect(reasonIn(await show(silent))).toBe("not_wished");
  const promised = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true, thanks: NAMED })));
  expect(reasonIn(await show(promised.giftId))).toBe("not_paid");
  await paidGift(stage, { thanks: NAMED });
  expect(await page()).toEqual([]);
});

test("who got a gift back is not asked how to be thanked; who had wished it may take that back", async () => {
  const isAsked = async (giftId: string) => valueIn(await openGift(stage.wiring, donor, { giftId })).mayBeThanked;
  const silent = await paidGift(stage);
  expect(await isAsked(silent.giftId)).toBe(true);
  await happens(stage, silent.charge, "refund_all");
  expect(await isAsked(silent.giftId)).toBe(false);
  const wished = await paidGift(stage, { thanks: NAMED });
  await happens(stage, wished.charge, "refund_all");
  expect(await isAsked(wished.giftId)).toBe(true);
});

test("a gift that is given back, hidden by staff, changed by its donor or whose donor is forgotten leaves the page", async () => {
  const refunded = await thanked(NAMED);
  await happens(stage, refunded.charge, "refund_all");
  const hidden = await thanked(NAMED);
  valueIn(await show(hidden.giftId, "hidden"));
  const changed = await thanked(NAMED);
  valueIn(await wishThanks(stage.wiring, donor, { giftId: changed.giftId, ...NAMED, words: "Rude words" }));
  const takenBack = await thanked(NAMED);
  valueIn(await wishThanks(stage.wiring, donor, { giftId: takenBack.giftId, ...NAMED, thanks: "none" }));
  const forgotten = await thanked(NAMED);
  valueIn(await forgetDonor(stage.wiring, priya, { giftId: forgotten.giftId }));
  expect(await page()).toEqual([]);
});

test("an anonymous donor is thanked without a name only", async () => {
  const wish = aWish({ anonymous: true, thanks: NAMED });
  expect(reasonIn(await startGift(stage.wiring, donor, wish))).toBe("wished_unnamed");
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ anonymous: true })));
  expect(reasonIn(await wishThanks(stage.wiring, donor, { giftId, ...NAMED }))).toBe("wished_unnamed");
});

test("strangers wish for no other donor and show nothing; another school's page says nothing of it", async () => {
  const { giftId } = await paidGift(stage, { thanks: NAMED });
  const another = { ...donor, linkId: "00000000-0000-4000-8000-0000000000d1" };
  expect(reasonIn(await wishThanks(stage.wiring, another, { giftId, ...NAMED }))).toBe("not_found");
  expect(reasonIn(await wishThanks(stage.wiring, castActor(cast.maya), { giftId, ...NAMED }))).toBe("not_found");
  for (const stranger of [cast.tom, cast.rosa, cast.ingrid])
    expect(reasonIn(await show(giftId, "shown", castActor(stranger) as typeof ines))).toBe("not_permitted");
  expect(reasonIn(await show(giftId, "shown", castActor(cast.malik)))).toBe("not_found");
  valueIn(await show(giftId));
  const { schoolId: elsewhere } = sampleSchools.harbor;
  expect(valueIn(await openThanks(stage.wiring, { schoolId: elsewhere })).thanks).toEqual([]);
  expect(reasonIn(await openThanks(stage.wiring, { schoolId: NOBODY }))).toBe("not_found");
});
