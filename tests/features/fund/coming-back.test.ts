import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { checkFund } from "~/features/fund/check-fund.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { cast, castActor } from "~db/cast";
import { anInvoice, aWish, balances, donor, type FundStage, openFundStage, openSession } from "../../support/fund";
import { connectKey, FIRST, goOnAt, SECOND, setFundOpen, settingsOf, THIRD } from "../../support/fund-accounts";
import { payFor } from "../../support/fund-asks";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  valueIn(await connectKey(stage, FIRST));
  await setFundOpen(stage, true);
});
afterEach(() => stage.standIn.breakOver(null));
afterAll(() => stage.close());

const priya = castActor(cast.priya);
const check = async () => valueIn(await checkFund(stage.wiring, priya));
const start = async (payLater = true) => valueIn(await startGift(stage.wiring, donor, aWish({ payLater }))).giftId;
const pay = (giftId: string) => payFor(stage, giftId);
const ask = (giftId: string) => invoiceGift(stage.wiring, donor, anInvoice(giftId));
const takeBack = async (giftId: string) => valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
const came = async (giftId: string) => valueIn(await openGift(stage.wiring, donor, { giftId })).cameMinor;
const openAt = (key: string, kind: "checkout.session" | "invoice") =>
  stage.standIn.list(key, kind).filter(({ status }) => status === "open").length;
const takeCheque = async (giftId: string, amount: string) =>
  valueIn(await takeChequeFor(stage.wiring, priya, { giftId, amount, chequeNumber: "4471", receivedOn: "2026-10-14" }));

/** A promise of which 50 came at the first account, which was ended; a payment page is open at the second one. */
async function partlyThere(): Promise<string> {
  const giftId = await start();
  valueIn(await ask(giftId));
  stage.standIn.act(FIRST, stage.standIn.list(FIRST, "invoice").at(-1)?.id ?? "", "pay_half");
  await check();
  await goOnAt(stage, SECOND);
  await takeBack(giftId);
  valueIn(await pay(giftId));
  expect(await came(giftId)).toBe(5_000);
  return giftId;
}

test.each([
  ["paid", pay],
  ["invoiced", ask],
])("a gift that took money along is not %s at the account where it came: nothing is counted twice", async (_, verb) => {
  const giftId = await partlyThere();
  const before = [await came(giftId), await balances(stage)];
  await goOnAt(stage, FIRST);
  expect(reasonIn((await verb(giftId)) as never)).toBe("paid_there_before");
  await check();
  expect([await came(giftId), await balances(stage)]).toEqual(before);
});

test("where the account between is not ended, such a gift goes on there", async () => {
  const giftId = await partlyThere();
  valueIn(await connectKey(stage, FIRST));
  valueIn(await pay(giftId));
  stage.standIn.act(SECOND, stage.standIn.list(SECOND, "checkout.session").at(-1)?.id ?? "", "pay_card");
  await check();
  const { available = 0, stripe = 0, fees = 0 } = await balances(stage);
  expect([await came(giftId), stripe + fees, available + stripe]).toEqual([10_000, 10_000, 0]);
});

test("an invoice that was left open there is found again, and no payment page stands beside it", async () => {
  const giftId = await start();
  valueIn(await ask(giftId));
  await goOnAt(stage, SECOND);
  await takeBack(giftId);
  valueIn(await pay(giftId));
  await goOnAt(stage, FIRST);
  const pages = openAt(FIRST, "checkout.session");
  await pay(giftId);
  expect([openAt(FIRST, "invoice"), openAt(FIRST, "checkout.session")]).toEqual([1, pages]);
});

test("a gift for which nothing came anywhere is paid where it began, on a page of its own", async () => {
  const giftId = await start(false);
  valueIn(await pay(giftId));
  await goOnAt(stage, SECOND);
  valueIn(await pay(giftId));
  await goOnAt(stage, FIRST);
  stage.standIn.act(FIRST, await openSession(stage, giftId), "pay_card");
  await check();
  expect(await came(giftId)).toBe(10_000);
});

test("an invoice left open at a second account is counted there, though a check was told of at the first", async () => {
  const giftId = await start();
  valueIn(await ask(giftId));
  await takeCheque(giftId, "40");
  await goOnAt(stage, SECOND);
  await takeBack(giftId);
  valueIn(await ask(giftId));
  await goOnAt(stage, THIRD);
  await takeBack(giftId);
  const { before } = (await settingsOf(stage)).books.test;
  const left = before.filter(({ leftInvoices }) => leftInvoices.length > 0).map(({ stripeAccount }) => stripeAccount);
  expect(left).toContain("acct_lakeviewsecond");
});

test("an invoice that Stripe did not take counts no mail", async () => {
  const giftId = await start();
  stage.standIn.breakOver(/POST invoices$/, "before");
  for (let times = 0; times < 6; times++) expect(reasonIn(await ask(giftId))).toBe("payments_away");
  stage.standIn.breakOver(null);
  expect(await ask(giftId)).toMatchObject({ ok: true });
});
