import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { checkFunds } from "~/features/fund/check-funds.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { settleDifference } from "~/features/fund/settle-difference.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import type { Payments } from "~/payments/port";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  aWish,
  balances,
  chargeOf,
  chequeOf,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  openGiftCheckout,
  openSession,
  paidGift,
  seenOf,
  standingOfGift,
} from "../../support/fund";
import { openDifferenceTasks, withFault } from "../../support/fund-checks";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage({ connections: 24 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const check = async () => valueIn(await checkFund(stage.wiring, ines));
const differences = async () =>
  valueIn(await openChecks(stage.wiring, ines)).differences.map((each) => ({
    kind: each.kind,
    line: each.line_kind,
    stripe: each.stripe_minor,
    ledger: each.ledger_minor,
    open: each.settled_at === null,
  }));
const openTasks = () => openDifferenceTasks(stage);
const balanceAtStripe = () =>
  stage.standIn.list(ACCOUNT, "balance_transaction").reduce((sum, line) => sum + Number(line.net), 0);
const NOTHING_THERE = { charges: [], invoices: [], openCheckouts: [], references: [], payUrl: null };
const behind = { kind: "gift_behind", line: "", open: false };

/** Stripe does not answer one kind of question while `work` runs. */
const without = (question: keyof Payments, work: () => Promise<void>) =>
  withFault(stage, { question, fault: "unavailable" }, work);

describe("a check of the fund finds", () => {
  test("nothing where every event came, and says so", async () => {
    await paidGift(stage);
    stage.standIn.payOut(ACCOUNT);
    await stage.deliverNew();
    const { lines, found } = await check();
    expect(lines).toBeGreaterThanOrEqual(2);
    expect(found).toBe(0);
    expect(await openTasks()).toBe(0);
  });

  test("a payment whose events were all lost, books it and tells staff; a second check finds nothing", async () => {
    const { session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    expect((await check()).found).toBe(1);
    expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
    expect(await differences()).toEqual([{ ...behind, stripe: 9_680, ledger: 0 }]);
    expect(await openTasks()).toBe(1);
    expect((await check()).found).toBe(0);
    expect(await differences()).toHaveLength(1);
    // the events that come after all change nothing
    const before = await balances(stage);
    await stage.deliverNew();
    expect(await balances(stage)).toEqual(before);
  });

  test("a bank payment under way that no event told of", async () => {
    const { session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_bank");
    expect((await check()).found).toBe(1);
    expect(await balances(stage)).toEqual({ processing: 10_000, pending: -10_000 });
  });

  test("a bank payment under way for a gift whose invoice was taken back, that no event told of", async () => {
    const { giftId } = await invoicedGift(stage);
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    const session = await openSession(stage, giftId);
    expect(await standingOfGift(stage, giftId)).toBe("void");
    stage.standIn.act(ACCOUNT, session, "pay_bank");
    expect((await check()).found).toBe(1);
    expect(await balances(stage)).toEqual({ processing: 10_000, pending: -10_000 });
  });

  test("the rest of a gift that was on its way beside a part that came, and failed without an event", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "pay_half");
    await happens(stage, invoice, "pay_bank");
    stage.wiring.clock.pass(30 * 24 * 60);
    stage.standIn.act(ACCOUNT, chargeOf(stage, invoice), "fail");
    expect((await check()).found).toBe(1);
    expect(await balances(stage)).toMatchObject({ owed: 5_000, pledged: -5_000 });
    expect((await balances(stage)).processing).toBeUndefined();
    expect(await standingOfGift(stage, giftId)).toBe("invoiced");
    expect((await stage.rows("select kind from mails where kind = 'gift-failed'")).length).toBe(1);
  });

  test("the rest of a promise that was on its way when a check for the other part came back, and failed without an event", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    valueIn(
      await takeChequeFor(stage.wiring, priya, { giftId, amount: "40", chequeNumber: "1", receivedOn: "2026-10-14" }),
    );
    const session = await openSession(stage, giftId);
    await happens(stage, session, "pay_bank");
    valueIn(await bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId)));
    expect(await balances(stage)).toMatchObject({ owed: 4_000, processing: 6_000 });
    stage.wiring.clock.pass(30 * 24 * 60);
    stage.standIn.act(ACCOUNT, chargeOf(stage, session), "fail");
    expect((await check()).found).toBe(1);
    expect(await balances(stage)).toEqual({ owed: 10_000, pledged: -10_000 });
    expect((await stage.rows("select kind from mails where kind = 'gift-failed'")).length).toBe(1);
  });

  test("a refund made at Stripe's own pages, and a dispute", async () => {
    const { charge } = await paidGift(stage);
    stage.standIn.act(ACCOUNT, charge, "refund_half");
    await check();
    expect(await differences()).toEqual([{ ...behind, stripe: 4_680, ledger: 9_680 }]);
    stage.standIn.act(ACCOUNT, charge, "dispute");
    await check();
    expect(await balances(stage)).toMatchObject({ stripe: -1_820, shortfall: 1_820 });
  });

  test("a fee that Stripe corrected without a word", async () => {
    const { charge } = await paidGift(stage);
    stage.standIn.correctFee(ACCOUNT, charge, 350);
    await check();
    expect(await differences()).toEqual([{ ...behind, stripe: 9_650, ledger: 9_680 }]);
    expect(await balances(stage)).toEqual({ stripe: 9_650, fees: 350, released: -350, available: -9_650 });
  });

  test("a payout that no event told of, which then equals its line at the bank", async () => {
    await paidGift(stage);
    const payout = stage.standIn.payOut(ACCOUNT);
    await check();
    expect(await differences()).toEqual([
      { kind: "payout_behind", line: "", open: false, stripe: payout?.amount, ledger: 0 },
    ]);
    expect(valueIn(await openChecks(stage.wiring, ines)).payouts).toMatchObject([
      { payout: payout?.id, minor: payout?.amount },
    ]);
    stage.standIn.act(ACCOUNT, payout?.id ?? "", "fail_payout");
    await check();
    expect((await balances(stage)).bank).toBeUndefined();
    expect(valueIn(await openChecks(stage.wiring, ines)).payouts).toEqual([]);
  });

  test("a charge that is no gift, and a fee of Stripe's own, once each; they wait for an admin", async () => {
    await paidGift(stage);
    stage.standIn.payElsewhere(ACCOUNT, 1_200);
    stage.standIn.takeFee(ACCOUNT, 200);
    expect((await check()).found).toBe(2);
    expect((await check()).found).toBe(0);
    expect(await differences()).toEqual([
      { kind: "unknown_line", line: "charge", stripe: 1_135, ledger: 0, open: true },
      { kind: "unknown_line", line: "stripe_fee", stripe: -200, ledger: 0, open: true },
    ]);
    // nothing is booked for what is not the fund's
    expect(await balances(stage)).toMatchObject({ stripe: 9_680 });
    for (const each of valueIn(await openChecks(stage.wiring, priya)).differences) {
      expect(await openTasks()).toBe(1);
      valueIn(
        await settleDifference(stage.wiring, priya, { ...seenOf(each), note: "Ticket sale of the theater club" }),
      );
    }
    expect(await openTasks()).toBe(0);
    expect((await check()).found).toBe(0);
    // now the balance at Stripe is Stripe's, and what is not the fund's stands apart
    const { stripe, others } = await balances(stage);
    expect([stripe, others]).toEqual([9_680 + 1_135 - 200, 200 - 1_135]);
    expect(stripe).toBe(balanceAtStripe());
    const payout = stage.standIn.payOut(ACCOUNT);
    await stage.deliverNew();
    expect(await balances(stage)).toMatchObject({ bank: payout?.amount, others: -935, available: -9_680 });
    expect((await balances(stage)).stripe).toBeUndefined();
  });

  test("a charge whose payment has our word for something that is no id, as one that is no gift", async () => {
    stage.standIn.payElsewhere(ACCOUNT, 1_200);
    const intent = stage.standIn.list(ACCOUNT, "payment_intent").at(-1);
    Object.assign(intent ?? {}, { metadata: { gift: "-".repeat(36) } });
    expect((await check()).found).toBe(1);
    expect((await check()).found).toBe(0);
    expect(await differences()).toEqual([
      { kind: "unknown_line", line: "charge", stripe: 1_135, ledger: 0, open: true },
    ]);
  });

  test("that a line said to be somebody else's is a gift's after all, and books it once", async () => {
    const { session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    const [charge] = stage.standIn.list(ACCOUNT, "charge");
    const intent = stage.standIn.list(ACCOUNT, "payment_intent").find(({ id }) => id === charge?.payment_intent);
    const gift = { ...(intent?.metadata as object) };
    const { payments } = stage.wiring;
    if (!payments) throw new Error("no payments");
    stage.wiring.payments = {
      ...payments,
      readGift: async () => ({ ok: true, value: { ...NOTHING_THERE } }),
      findGiftOf: async () => ({ ok: true, value: null }),
    };
    expect((await check()).found).toBe(1);
    const [difference] = valueIn(await openChecks(stage.wiring, priya)).differences;
    valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(difference), note: "Not ours, we think" }));
    expect(await balances(stage)).toEqual({ stripe: 9_680, others: -9_680 });
    stage.wiring.payments = payments;
    expect(gift).not.toEqual({});
    await check();
    expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
  });

  test("that a line which nobody has spoken of yet is a gift's, and takes the task off the list", async () => {
    const { session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    const { payments } = stage.wiring;
    if (!payments) throw new Error("no payments");
    stage.wiring.payments = {
      ...payments,
      readGift: async () => ({ ok: true, value: { ...NOTHING_THERE } }),
      findGiftOf: async () => ({ ok: true, value: null }),
    };
    await check();
    expect(await openTasks()).toBe(1);
    stage.wiring.payments = payments;
    await stage.deliverNew();
    expect((await check()).found).toBe(0);
    expect((await differences()).every(({ open }) => !open)).toBe(true);
    expect(await openTasks()).toBe(0);
  });

  test("a payout in another currency than the fund's, once, and books nothing for it", async () => {
    await paidGift(stage);
    stage.standIn.payOutForeign(ACCOUNT, 70_000, "mxn");
    expect((await check()).found).toBe(1);
    expect((await check()).found).toBe(0);
    expect(await differences()).toEqual([
      { kind: "foreign_line", line: "payout", stripe: 70_000, ledger: 0, open: true },
    ]);
    expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
  });

  test("a gift that the account knows nothing of, once, keeps what is booked and goes on with the others", async () => {
    const dead = await openGiftCheckout(stage, { payLater: true });
    const { session } = await openGiftCheckout(stage);
    await stage.rows("update gift_references set reference = 'cs_of_another_account' where gift_id = $1", [
      dead.giftId,
    ]);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    expect((await check()).found).toBe(2);
    expect((await check()).found).toBe(0);
    expect(await balances(stage)).toMatchObject({ stripe: 9_680, owed: 10_000 });
    const missing = { kind: "missing_object", line: "", stripe: 0, ledger: 10_000, open: true };
    expect(await differences()).toEqual([missing, { ...behind, stripe: 9_680, ledger: 0 }]);
  });

  test("what is on the second page of Stripe's answer", async () => {
    await paidGift(stage);
    for (let sale = 0; sale < 120; sale++) stage.standIn.payElsewhere(ACCOUNT, 500);
    const { charge } = await paidGift(stage);
    stage.standIn.act(ACCOUNT, charge, "refund_all");
    for (let sale = 0; sale < 110; sale++) stage.standIn.payElsewhere(ACCOUNT, 500);
    const { lines, found } = await check();
    expect(lines).toBeGreaterThan(230);
    expect(found).toBe(231);
  });
});

test("from two desks at once finds and books everything once", async () => {
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  stage.standIn.payElsewhere(ACCOUNT, 1_200);
  const answers = await Promise.all(Array.from({ length: 5 }, check));
  expect(answers.reduce((sum, { found }) => sum + found, 0)).toBe(2);
  expect(await differences()).toHaveLength(2);
  expect(await balances(stage)).toMatchObject({ stripe: 9_680 });
});

test("while Stripe does not answer it says so, keeps what it found, and the next check goes on", async () => {
  await paidGift(stage);
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  for (const question of ["listBalance", "readGift"] as const)
    await without(question, async () => {
      expect(reasonIn(await checkFund(stage.wiring, ines))).toBe("payments_away");
    });
  const { checks } = valueIn(await openChecks(stage.wiring, ines));
  expect(checks.map(({ state }) => state)).toEqual(["unavailable", "unavailable"]);
  expect((await check()).found).toBe(1);
});

test("by the clock every school with gifts is checked, and one whose Stripe is away does not keep the others", async () => {
  await paidGift(stage);
  stage.standIn.payElsewhere(ACCOUNT, 1_200);
  expect(await checkFunds(stage.wiring)).toBe(1);
  const [row] = await stage.rows<{ asked_by: string | null }>("select asked_by from fund_checks");
  expect(row).toEqual({ asked_by: null });
  await without("listBalance", async () => {
    await expect(checkFunds(stage.wiring)).rejects.toThrow("did not answer");
  });
  stage.wiring.lines.length = 0;
});

test("is refused without an account to compare with, and to strangers", async () => {
  const { payments } = stage.wiring;
  stage.wiring.payments = null;
  expect(reasonIn(await checkFund(stage.wiring, ines))).toBe("not_connected");
  stage.wiring.payments = payments;
  valueIn(await startGift(stage.wiring, donor, aWish()));
  stage.standIn.payElsewhere(ACCOUNT, 1_200);
  await check();
  for (const stranger of [cast.tom, cast.rosa, cast.ingrid]) {
    expect(reasonIn(await checkFund(stage.wiring, castActor(stranger)))).toBe("not_permitted");
    expect(reasonIn(await openChecks(stage.wiring, castActor(stranger)))).toBe("not_permitted");
  }
  const [difference] = valueIn(await openChecks(stage.wiring, ines)).differences;
  const settle = async (by: typeof ines, own: object = {}) =>
    reasonIn(await settleDifference(stage.wiring, by, { ...seenOf(difference), note: "A sale", ...own }));
  expect(await settle(ines)).toBe("not_permitted");
  expect(await settle(castActor(cast.walter))).toBe("not_found");
  expect(await settle(priya, { note: " " })).toBe("note_missing");
  expect(await settle(priya, { differenceId: NOBODY })).toBe("not_found");
  expect(valueIn(await openChecks(stage.wiring, castActor(cast.malik))).differences).toEqual([]);
});
