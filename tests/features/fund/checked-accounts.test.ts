import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { refused } from "~/domain/outcome";
import { checkFund } from "~/features/fund/check-fund.server";
import { disconnectAccount } from "~/features/fund/disconnect-account.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";

import { cast, castActor } from "~db/cast";
import { aWish, balances, donor, enterKey, type FundStage, openFundStage, openSession } from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";
import { TEST_NOW } from "../../support/wiring";

const priya = castActor(cast.priya);
const FIRST = "sk_test_lakeviewfirst";
const SECOND = "sk_test_lakeviewsecond";
const TEN_DAYS = 10 * 24 * 60;

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  stage.wiring.clock.set(TEST_NOW);
  await connect(FIRST);
});
afterAll(() => stage.close());

const connect = async (secretKey: string) => valueIn(await enterKey(stage.wiring, secretKey));
const check = () => checkFund(stage.wiring, priya);
const page = async () => valueIn(await openChecks(stage.wiring, priya));
const unasked = async () => (await page()).checks.map(({ state, unasked: those }) => [state, ...those.map(wordsOf)]);
const wordsOf = ({ stripeAccount, result }: { stripeAccount: string; result: string }) => `${stripeAccount} ${result}`;
/** Up to which day each account was compared. */
const upTo = async () =>
  Object.fromEntries((await page()).accounts.map((each) => [each.stripeAccount, each.upTo?.slice(0, 10) ?? null]));

/** A gift that was begun and paid at the account that takes gifts; nobody was told. */
async function paidAt(account: string): Promise<string> {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
  stage.standIn.act(account, await openSession(stage, giftId), "pay_card");
  return stage.standIn.list(account, "charge").at(-1)?.id ?? "";
}

/** The key of the account that was there before is taken away. */
async function forgetFirstKey(): Promise<void> {
  const [first] = valueIn(await openFundSettings(stage.wiring, priya)).books.test.before;
  const { accountId = "", revision: seen = 0 } = first ?? {};
  valueIn(await disconnectAccount(stage.wiring, priya, { accountId, seen }));
}

/** Stripe answers nothing about the balance of one account while `work` runs. */
async function silent(account: string, reason: PaymentFault, work: () => Promise<void>): Promise<void> {
  const { payments } = stage.wiring;
  if (!payments) throw new Error("no payments");
  const listBalance: typeof payments.listBalance = async (key, of) =>
    key === account ? refused(reason) : payments.listBalance(key, of);
  stage.wiring.payments = { ...payments, listBalance };
  await work().finally(() => {
    stage.wiring.payments = payments;
  });
}

test("what happened at an account while it had no key is found by the first check that can ask it again", async () => {
  const charge = await paidAt(FIRST);
  expect(valueIn(await check()).found).toBe(1);
  await connect(SECOND);
  await forgetFirstKey();
  stage.wiring.clock.pass(60);
  stage.standIn.act(FIRST, charge, "refund_half");
  stage.standIn.payElsewhere(FIRST, 1_200);
  for (const days of [1, 2, 3]) {
    stage.wiring.clock.pass(TEN_DAYS);
    expect([days, valueIn(await check())]).toMatchObject([days, { found: 0, unasked: 1 }]);
  }
  expect(await balances(stage)).toMatchObject({ stripe: 9_680 });
  await connect(FIRST);
  // the refund, and the line that is no gift
  expect(valueIn(await check())).toMatchObject({ found: 2, unasked: 0 });
  expect(await balances(stage)).toMatchObject({ stripe: 4_680 });
});

test("a check says which account it could not ask, and up to when each was compared", async () => {
  expect(await upTo()).toEqual({ acct_lakeviewfirst: null });
  await paidAt(FIRST);
  await check();
  await connect(SECOND);
  await forgetFirstKey();
  stage.wiring.clock.pass(TEN_DAYS);
  await check();
  expect(await unasked()).toEqual([["partial", "acct_lakeviewfirst no_key"], ["complete"]]);
  expect(await upTo()).toEqual({ acct_lakeviewfirst: "2026-10-15", acct_lakeviewsecond: "2026-10-25" });
  expect((await page()).accounts.map(({ hasKey }) => hasKey)).toEqual([true, false]);
});

test.each(["refused", "unavailable"] as const)(
  "an account whose answer is %s keeps no other from being compared",
  async (reason) => {
    await connect(SECOND);
    await connect(FIRST);
    await paidAt(FIRST);
    await silent(SECOND, reason, async () => {
      expect(reasonIn(await check())).toBe("payments_away");
    });
    expect(await balances(stage)).toMatchObject({ stripe: 9_680 });
    expect(await unasked()).toEqual([["partial", `acct_lakeviewsecond ${reason}`]]);
    expect(await upTo()).toEqual({ acct_lakeviewfirst: "2026-10-15", acct_lakeviewsecond: null });
  },
);
