import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refused } from "~/domain/outcome";
import { checkFund } from "~/features/fund/check-fund.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import type { Payments } from "~/payments/port";
import { cast, castActor } from "~db/cast";
import {
  anInvoice,
  aWish,
  balances,
  donor,
  enterKey,
  type FundStage,
  openFundStage,
  openSession,
  standingOfGift,
} from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

const FIRST = "sk_test_lakeviewfirst";
const SECOND = "sk_test_lakeviewsecond";
const priya = castActor(cast.priya);

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const connect = async (secretKey: string) => valueIn(await enterKey(stage.wiring, secretKey));
const pay = (giftId: string) =>
  payGift(stage.wiring, donor, { giftId, title: "Bus passes", returnUrl: "http://localhost", language: "en" });
const invoice = (giftId: string) => invoiceGift(stage.wiring, donor, anInvoice(giftId));

/** Stripe does not answer one kind of question while `work` runs. */
async function without(question: keyof Payments, work: () => Promise<void>): Promise<void> {
  const { payments } = stage.wiring;
  if (!payments) throw new Error("no payments");
  stage.wiring.payments = { ...payments, [question]: async () => refused("unavailable") };
  await work().finally(() => {
    stage.wiring.payments = payments;
  });
}

/** A promise with an open checkout at an account that another has followed. */
async function begunBefore(): Promise<string> {
  await connect(FIRST);
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
  await openSession(stage, giftId);
  await connect(SECOND);
  return giftId;
}

test.each([
  { what: "checkout", ask: pay, lost: "openCheckout" },
  { what: "invoice", ask: invoice, lost: "draftInvoice" },
] as const)(
  "a promise whose $what at the new account is not answered stays paid at one place",
  async ({ ask, lost }) => {
    const giftId = await begunBefore();
    await without(lost, async () => {
      expect(reasonIn(await ask(giftId))).toBe("payments_away");
    });
    // the gift has moved, and nobody can pay where it was
    expect(stage.standIn.list(FIRST, "checkout.session").map(({ status }) => status)).toEqual(["expired"]);
    expect(stage.standIn.list(SECOND, "checkout.session")).toEqual([]);
    expect(await standingOfGift(stage, giftId)).toBe("pledged");
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect(await balances(stage)).toMatchObject({ stripe: 9_680, available: -9_680 });
  },
);
