import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { cast, castActor } from "~db/cast";
import { anInvoice, aWish, donor, type FundStage, openFundStage } from "../../support/fund";
import { connectKey, FIRST, goOnAt, SECOND, setFundOpen, settingsOf, THIRD } from "../../support/fund-accounts";
import { valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  valueIn(await connectKey(stage, FIRST));
  await setFundOpen(stage, true);
});
afterAll(() => stage.close());

const priya = castActor(cast.priya);
const start = async () => valueIn(await startGift(stage.wiring, donor, aWish())).giftId;
const ask = async (giftId: string) => valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
const takeBack = async (giftId: string) => valueIn(await voidInvoice(stage.wiring, donor, { giftId }));

/** The gifts whose invoice can still be paid, by the account at which it can. */
async function left(): Promise<Record<string, string[]>> {
  const { before } = (await settingsOf(stage)).books.test;
  return Object.fromEntries(
    before.map(({ stripeAccount, leftInvoices }) => [stripeAccount, leftInvoices.map(({ id }) => id)]),
  );
}

test("the invoice that a check meets at an ended account is the one we learned of last, however Stripe named it", async () => {
  const giftId = await start();
  await ask(giftId);
  await takeBack(giftId);
  await ask(giftId);
  const [first, second] = stage.standIn.list(FIRST, "invoice").map(({ id }) => id);
  await goOnAt(stage, SECOND);
  await stage.rows("update gift_references set reference = 'in_zzzz' where reference = $1", [first]);
  const check = { giftId, amount: "100", chequeNumber: "4471", receivedOn: "2026-10-14" };
  valueIn(await takeChequeFor(stage.wiring, priya, check));
  expect(await stage.rows("select invoice from gift_cheques")).toEqual([{ invoice: second }]);
  expect(await stage.rows("select reference from gift_references where left_open")).toEqual([{ reference: second }]);
});

test("a gift that leaves an open invoice at each of two accounts is counted at both", async () => {
  const [giftId, other] = [await start(), await start()];
  await ask(giftId);
  await goOnAt(stage, SECOND);
  expect(await left()).toEqual({ acct_lakeviewfirst: [giftId] });
  await takeBack(giftId);
  await ask(giftId);
  await ask(other);
  await takeBack(other);
  await goOnAt(stage, THIRD);
  expect(await left()).toEqual({ acct_lakeviewfirst: [giftId], acct_lakeviewsecond: [giftId] });
  await takeBack(giftId);
  expect(await left()).toEqual({ acct_lakeviewfirst: [giftId], acct_lakeviewsecond: [giftId] });
});
