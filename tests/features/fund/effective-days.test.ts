import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkFund } from "~/features/fund/check-fund.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { openMonthReport } from "~/features/fund/open-month-report.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor } from "~db/cast";
import { ACCOUNT, aWish, donor, type FundStage, openFundStage, openGiftCheckout, paidGift } from "../../support/fund";
import { valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const on = (day: string) => stage.wiring.clock.set(new Date(`${day}T20:00:00Z`));
const came = async (month: string, account: string) => {
  const { ofMonth } = valueIn(await openMonthReport(stage.wiring, ines, { month }));
  return ofMonth.rows.find((row) => row.account === account)?.cameMinor ?? 0;
};
const days = async (about: object) =>
  new Set(valueIn(await listFundEntries(stage.wiring, ines, about)).lines.map(({ on_day: day }) => day));

test("a check that came on the last day of the fiscal year counts there, although it was entered in the next", async () => {
  on("2026-07-06");
  const cheque = { purpose: "tools", amount: "40", donorName: "Lake Library", chequeNumber: "1" } as const;
  valueIn(await recordCheque(stage.wiring, priya, { ...cheque, receivedOn: "2026-06-30" }));
  expect([await came("2026-06", "bank"), await came("2026-07", "bank")]).toEqual([4_000, 0]);
  expect(valueIn(await openMonthReport(stage.wiring, ines, { month: "2026-06" })).fiscalYear).toBe(2026);
});

test("a check for a promise counts on the day it came, but not before the promise was made", async () => {
  on("2026-09-10");
  const give = async () => valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true }))).giftId;
  const [first, second] = [await give(), await give()];
  on("2026-11-02");
  const cheque = { amount: "100", chequeNumber: "1" };
  valueIn(await takeChequeFor(stage.wiring, priya, { ...cheque, giftId: first, receivedOn: "2026-10-30" }));
  valueIn(await takeChequeFor(stage.wiring, priya, { ...cheque, giftId: second, receivedOn: "2026-08-30" }));
  expect(await days({ giftId: first })).toEqual(new Set(["2026-09-10", "2026-10-30"]));
  expect(await days({ giftId: second })).toEqual(new Set(["2026-09-10"]));
});

test("what was paid for a need counts on the day it was paid, but not before it was set aside", async () => {
  on("2026-09-01");
  await paidGift(stage);
  on("2026-09-28");
  const wish = { studentId: cast.jada.personId, purpose: "transit", amount: "20", need: "A pass." } as const;
  const setAside = async () => {
    const { allocationId } = valueIn(await proposeAllocation(stage.wiring, ines, { ...wish, businessDecision: "" }));
    valueIn(await decideAllocation(stage.wiring, priya, { allocationId, decision: "approve" }));
    return allocationId;
  };
  const [first, second] = [await setAside(), await setAside()];
  on("2026-10-04");
  const paid = { amount: "20", evidence: "Invoice 4471", confirmed: true };
  valueIn(await disburseAllocation(stage.wiring, ines, { ...paid, allocationId: first, paidOn: "2026-09-30" }));
  valueIn(await disburseAllocation(stage.wiring, ines, { ...paid, allocationId: second, paidOn: "2026-09-02" }));
  expect([await came("2026-09", "disbursed"), await came("2026-10", "disbursed")]).toEqual([4_000, 0]);
  expect(await days({ allocationId: second })).toEqual(new Set(["2026-09-28"]));
});

test("a payment whose event came a month late, or that only the check found, counts on Stripe's day", async () => {
  on("2026-08-31");
  await openGiftCheckout(stage);
  const { session } = await openGiftCheckout(stage);
  const [first = ""] = stage.standIn.list(ACCOUNT, "checkout.session").map(({ id }) => id);
  stage.standIn.act(ACCOUNT, first, "pay_card");
  const told = stage.standIn.events.length;
  stage.standIn.act(ACCOUNT, session, "pay_card");
  on("2026-09-03");
  for (const event of stage.standIn.events.slice(0, told)) await stage.deliver(event);
  valueIn(await checkFund(stage.wiring, ines));
  expect([await came("2026-08", "available"), await came("2026-09", "available")]).toEqual([2 * 9_680, 0]);
});

test("a payout counts on the day of its line at the bank", async () => {
  on("2026-08-30");
  await paidGift(stage);
  on("2026-08-31");
  stage.standIn.payOut(ACCOUNT);
  on("2026-09-02");
  await stage.deliverNew();
  expect([await came("2026-08", "bank"), await came("2026-09", "bank")]).toEqual([9_680, 0]);
});
