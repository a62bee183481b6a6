import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { checkFund } from "~/features/fund/check-fund.server";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { settleDifference } from "~/features/fund/settle-difference.server";
import type { Payments } from "~/payments/port";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  balances,
  earlierMoney,
  type FundStage,
  happens,
  openFundStage,
  openGiftCheckout,
  paidGift,
  seenOf,
} from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
let payments: Payments;
beforeAll(async () => {
  stage = await openFundStage();
  if (!stage.wiring.payments) throw new Error("no payments");
  payments = stage.wiring.payments;
});
beforeEach(async () => {
  stage.wiring.payments = payments;
  await stage.clear();
});
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const check = async () => valueIn(await checkFund(stage.wiring, ines));
const differences = async () => valueIn(await openChecks(stage.wiring, ines)).differences;
const ofTheWhole = async () =>
  (await differences())
    .filter(({ kind }) => kind === "whole_balance")
    .map(({ stripe_minor, ledger_minor, settled_at }) => [stripe_minor, ledger_minor, settled_at === null]);
const atStripe = async () => valueIn(await payments.readTotal(ACCOUNT, { currency: "usd" }));

test("money from before the fund is found once, with both figures, and stands for others once somebody says what it is", async () => {
  const earlier = earlierMoney(stage, 50_000);
  await paidGift(stage);
  expect((await check()).found).toBe(1);
  expect((await check()).found).toBe(0);
  expect(await ofTheWhole()).toEqual([[earlier + 9_680, 9_680, true]]);
  const [difference] = await differences();
  const said = { ...seenOf(difference), note: "Tickets of last year" };
  expect(reasonIn(await settleDifference(stage.wiring, ines, said))).toBe("not_permitted");
  valueIn(await settleDifference(stage.wiring, priya, said));
  expect(await balances(stage)).toMatchObject({ stripe: earlier + 9_680, others: -earlier, available: -9_680 });
  expect((await balances(stage)).stripe).toBe(await atStripe());
  expect((await check()).found).toBe(0);
  // the figure leads to the entry that was made for it
  const { lines } = valueIn(await listFundEntries(stage.wiring, ines, { balanceLine: difference?.reference ?? "" }));
  expect(lines.map(({ account, minor }) => [account, minor])).toEqual([
    ["stripe", earlier],
    ["others", -earlier],
  ]);
});

test("a payout that takes such money along leaves no hole in the ledger that nobody sees", async () => {
  const earlier = earlierMoney(stage, 50_000);
  await paidGift(stage);
  const payout = stage.standIn.payOut(ACCOUNT);
  await stage.deliverNew();
  expect(await balances(stage)).toMatchObject({ stripe: -earlier, bank: payout?.amount });
  expect((await check()).found).toBe(1);
  expect(await ofTheWhole()).toEqual([[0, -earlier, true]]);
  const [difference] = await differences();
  valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(difference), note: "Last year" }));
  expect((await balances(stage)).stripe).toBeUndefined();
  expect(await balances(stage)).toMatchObject({ others: -earlier, bank: earlier + 9_680 });
  expect((await check()).found).toBe(0);
});

test("an open difference follows the figures, and is settled by itself when they are equal again", async () => {
  const { charge } = await paidGift(stage);
  for (const line of stage.standIn.list(ACCOUNT, "balance_transaction")) line.created = 1;
  await check();
  stage.standIn.correctFee(ACCOUNT, charge, 350);
  expect((await check()).found).toBe(1);
  stage.standIn.correctFee(ACCOUNT, charge, 360);
  expect((await check()).found).toBe(0);
  expect(await ofTheWhole()).toEqual([[9_640, 9_680, true]]);
  const [difference] = await differences();
  const before = { ...seenOf(difference), stripeMinor: 9_650, note: "A fee" };
  expect(reasonIn(await settleDifference(stage.wiring, priya, before))).toBe("changed_before");
  stage.standIn.correctFee(ACCOUNT, charge, 320);
  expect((await check()).found).toBe(0);
  expect(await ofTheWhole()).toEqual([[9_640, 9_680, false]]);
});

test("lines that Stripe makes while a check runs are no difference, also where it is never quiet", async () => {
  await paidGift(stage);
  let quietAfter = 2;
  stage.wiring.payments = {
    ...payments,
    readTotal: async (...asked) => {
      if (quietAfter-- > 0) stage.standIn.payElsewhere(ACCOUNT, 1_200);
      return payments.readTotal(...asked);
    },
  };
  expect((await check()).found).toBe(2);
  quietAfter = Number.POSITIVE_INFINITY;
  await check();
  expect(await ofTheWhole()).toEqual([]);
});

test("what waits for a person, is pending at Stripe or on its way to the bank is no difference of the whole", async () => {
  const { session } = await openGiftCheckout(stage);
  await happens(stage, session, "pay_bank");
  await happens(stage, stage.standIn.list(ACCOUNT, "charge").at(-1)?.id ?? "", "settle");
  stage.standIn.payElsewhere(ACCOUNT, 1_200);
  stage.standIn.takeFee(ACCOUNT, 200);
  await check();
  stage.standIn.payOut(ACCOUNT);
  await check();
  expect(await ofTheWhole()).toEqual([]);
});

test("money that is gone from the account shows, and is owed by others once somebody says so", async () => {
  await paidGift(stage);
  for (const line of stage.standIn.list(ACCOUNT, "balance_transaction"))
    Object.assign(line, { created: 1, net: 9_000 });
  expect((await check()).found).toBe(1);
  const [difference] = await differences();
  valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(difference), note: "Taken by Stripe" }));
  expect(await balances(stage)).toMatchObject({ stripe: 9_000, others: 680 });
});

test("a book keeps its own currency while the school tries out another one in the other book", async () => {
  await paidGift(stage);
  const [{ revision } = { revision: 0 }] = await stage.rows<{ revision: number }>("select revision from fund_settings");
  // another currency in the book that holds gifts is refused; in the other one, it changes nothing for this one
  const pesos = { isOpen: false, settings: { ...DEFAULT_FUND, currency: "mxn", minimumMinor: 100_00 } } as const;
  const save = (book: "test" | "live", seen: number) => saveFundSettings(stage.wiring, priya, { ...pesos, book, seen });
  expect(reasonIn(await save("test", revision))).toBe("currency_in_use");
  valueIn(await save("live", revision));
  const payout = stage.standIn.payOut(ACCOUNT);
  await stage.deliverNew();
  expect(await balances(stage)).toMatchObject({ bank: payout?.amount });
  const dollars = { book: "test", isOpen: true, settings: DEFAULT_FUND, seen: revision + 1 } as const;
  valueIn(await saveFundSettings(stage.wiring, priya, dollars));
  expect((await check()).found).toBe(0);
});
