import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { disconnectAccount } from "~/features/fund/disconnect-account.server";
import { endAccount } from "~/features/fund/end-account.server";
import { endPromise } from "~/features/fund/end-promise.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openFundGift } from "~/features/fund/open-fund-gift.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { openGift } from "~/features/fund/open-gift.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { type GiftWish, startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { viewOf } from "~/routes/coordinator.fund.gifts.$giftId/view.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import {
  anInvoice,
  aWish,
  balances,
  chequeOf,
  donor,
  enterKey,
  type FundStage,
  openFundStage,
  openSession,
  standingOfGift,
} from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

const priya = castActor(cast.priya);
const FIRST = "sk_test_lakeviewfirst";
const SECOND = "sk_test_lakeviewsecond";
const elsewhere = castActor({ ...cast.priya, ...sampleSchools.harbor } as typeof cast.priya);

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  await connect(FIRST);
  await open();
});
afterAll(() => stage.close());

const connect = async (secretKey: string) => valueIn(await enterKey(stage.wiring, secretKey));
const accounts = async () => valueIn(await openFundSettings(stage.wiring, priya)).books.test;
const start = async (own?: Partial<GiftWish>) => valueIn(await startGift(stage.wiring, donor, aWish(own))).giftId;
const owed = (minor: number) => ({ owed: minor, pledged: 0 - minor });
const held = (minor: number) => ({ bank: minor, available: 0 - minor });

/** A test before may have closed the fund. */
async function open(): Promise<void> {
  const { settings, revision: seen, isOpen } = valueIn(await openFundSettings(stage.wiring, priya));
  if (!isOpen) valueIn(await saveFundSettings(stage.wiring, priya, { book: "test", isOpen: true, settings, seen }));
}

/** The school has gone on with another account and has ended the first. */
async function end(): Promise<void> {
  await connect(SECOND);
  const [account] = (await accounts()).before;
  if (!account) throw new Error("there was no account before");
  const shown = { accountId: account.accountId, seen: account.revision, underWay: account.underWay.length };
  valueIn(await endAccount(stage.wiring, priya, shown));
}

async function disconnect(): Promise<void> {
  const { current } = await accounts();
  if (!current) throw new Error("no account is connected");
  valueIn(await disconnectAccount(stage.wiring, priya, { accountId: current.accountId, seen: current.revision }));
}

/** A gift with an invoice that is open at the first account, which has ended. */
async function invoicedThere(own?: Partial<GiftWish>): Promise<string> {
  const giftId = await start(own);
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
  await end();
  return giftId;
}

/** A gift whose bank payment came at the first account and failed days later, before the account ended. */
async function failedLateThere(own?: Partial<GiftWish>): Promise<string> {
  const giftId = await start(own);
  stage.standIn.act(FIRST, await openSession(stage, giftId), "pay_bank");
  for (const what of ["settle", "fail"] as const)
    stage.standIn.act(FIRST, stage.standIn.list(FIRST, "charge").at(-1)?.id ?? "", what);
  valueIn(await checkFund(stage.wiring, priya));
  await end();
  return giftId;
}

const take = (giftId: string, amount = "100", by: Actor = priya) =>
  takeChequeFor(stage.wiring, by, { giftId, amount, chequeNumber: "4471", receivedOn: "2026-10-14" });
const bounce = async (giftId: string) => bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId));
const state = async (giftId: string) => [await standingOfGift(stage, giftId), await balances(stage)];

test("an account names what is on its way there beside a part that came, before it is ended", async () => {
  const giftId = await start();
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
  const invoice = stage.standIn.list(FIRST, "invoice").at(-1)?.id ?? "";
  for (const what of ["pay_half", "pay_bank"] as const) stage.standIn.act(FIRST, invoice, what);
  valueIn(await checkFund(stage.wiring, priya));
  await connect(SECOND);
  const [account] = (await accounts()).before;
  expect(account?.underWay).toEqual([{ id: giftId, standing: "processing", minor: 10_000, currency: "usd" }]);
  const shown = { accountId: account?.accountId ?? "", seen: account?.revision ?? 0 };
  expect(reasonIn(await endAccount(stage.wiring, priya, { ...shown, underWay: 0 }))).toBe("changed_before");
  stage.standIn.act(FIRST, stage.standIn.list(FIRST, "charge").at(-1)?.id ?? "", "settle");
  valueIn(await checkFund(stage.wiring, priya));
  valueIn(await endAccount(stage.wiring, priya, { ...shown, underWay: 0 }));
  expect((await mails()).filter((kind) => kind === "gift-receipt")).toHaveLength(2);
});

describe("of what was invoiced at an account that was ended", () => {
  test("a check is entered, and is owed again when it bounces", async () => {
    const giftId = await invoicedThere();
    expect(await state(giftId)).toEqual(["invoiced", owed(10_000)]);
    valueIn(await take(giftId));
    expect(await state(giftId)).toEqual(["paid", held(10_000)]);
    expect(reasonIn(await take(giftId))).toBe("nothing_to_pay");
    valueIn(await bounce(giftId));
    expect(await state(giftId)).toEqual(["pledged", owed(10_000)]);
    valueIn(await endPromise(stage.wiring, priya, { giftId }));
    expect(await state(giftId)).toEqual(["open", {}]);
  });

  test("a check of a part leaves the rest owed, and a second check ends it", async () => {
    const giftId = await invoicedThere({ payLater: true });
    valueIn(await take(giftId, "40"));
    expect(await state(giftId)).toEqual(["invoiced", { ...held(4_000), ...owed(6_000) }]);
    valueIn(await take(giftId, "60"));
    expect(await state(giftId)).toEqual(["paid", held(10_000)]);
    valueIn(await bounce(giftId));
    expect((await balances(stage)).owed).toBeGreaterThan(0);
  });

  test("the invoice is taken back: nothing is owed, or the promise that stood before it", async () => {
    const giftId = await invoicedThere();
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    expect(await state(giftId)).toEqual(["void", {}]);
    expect(reasonIn(await voidInvoice(stage.wiring, donor, { giftId }))).toBe("no_invoice");
  });

  test("a promise stands again without the invoice, and is ended", async () => {
    const giftId = await invoicedThere({ payLater: true });
    expect(reasonIn(await endPromise(stage.wiring, priya, { giftId }))).toBe("not_a_promise");
    valueIn(await voidInvoice(stage.wiring, priya, { giftId }));
    expect(await state(giftId)).toEqual(["pledged", owed(10_000)]);
    valueIn(await endPromise(stage.wiring, priya, { giftId }));
    expect((await state(giftId))[1]).toEqual({});
  });

  test("a check that came before stays, and what it was for is owed again when it bounces", async () => {
    const giftId = await start();
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    valueIn(await take(giftId, "40"));
    await end();
    valueIn(await bounce(giftId));
    expect(await state(giftId)).toEqual(["invoiced", owed(10_000)]);
    valueIn(await take(giftId));
    expect(await state(giftId)).toEqual(["paid", held(10_000)]);
  });
});

const mails = async () => (await stage.rows("select kind from mails order by id")).map(({ kind }) => kind);

describe("of a payment that failed late at an account that was ended", () => {
  test("what was promised is paid by check", async () => {
    const giftId = await failedLateThere({ payLater: true });
    const before = await balances(stage);
    expect(await standingOfGift(stage, giftId)).toBe("pledged");
    const told = await mails();
    expect(before.owed).toBe(10_000);
    valueIn(await take(giftId));
    const { owed: rest, bank, stripe } = await balances(stage);
    expect([await standingOfGift(stage, giftId), rest, bank, stripe]).toEqual([
      "paid",
      undefined,
      10_000,
      before.stripe,
    ]);
    // the failure was told before: what is new is the receipt
    expect(await mails()).toEqual([...told, "gift-receipt"]);
    await connect(FIRST);
    valueIn(await checkFund(stage.wiring, priya));
    expect(await mails()).toEqual([...told, "gift-receipt"]);
  });

  test("the promise is ended", async () => {
    const giftId = await failedLateThere({ payLater: true });
    const { stripe, fees } = await balances(stage);
    valueIn(await endPromise(stage.wiring, priya, { giftId }));
    const after = await balances(stage);
    expect([await standingOfGift(stage, giftId), after.owed, after.stripe, after.fees]).toEqual([
      "failed",
      undefined,
      stripe,
      fees,
    ]);
  });

  test("a check comes although nothing was promised", async () => {
    const giftId = await failedLateThere();
    expect(await standingOfGift(stage, giftId)).toBe("failed");
    valueIn(await take(giftId));
    expect([await standingOfGift(stage, giftId), (await balances(stage)).bank]).toEqual(["paid", 10_000]);
  });
});

/** Gifts of each standing in which a payment page is open at the first account. */
const openThere: Record<string, () => Promise<{ giftId: string; session: string }>> = {
  open: async () => {
    const giftId = await start();
    return { giftId, session: await openSession(stage, giftId) };
  },
  pledged: async () => {
    const giftId = await start({ payLater: true });
    return { giftId, session: await openSession(stage, giftId) };
  },
  failed: async () => {
    const giftId = await start();
    const session = await openSession(stage, giftId);
    stage.standIn.act(FIRST, session, "decline");
    valueIn(await checkFund(stage.wiring, priya));
    return { giftId, session };
  },
  void: async () => {
    const giftId = await start();
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    return { giftId, session: await openSession(stage, giftId) };
  },
};

test.each(Object.keys(openThere))(
  "the payment page of a gift that is %s ends with its account, and one at the new account takes its place",
  async (standing) => {
    const begun = await openThere[standing]?.();
    if (!begun) throw new Error("nothing was begun");
    const { giftId, session } = begun;
    const page = () => stage.standIn.list(FIRST, "checkout.session").find(({ id }) => id === session)?.status;
    expect([await standingOfGift(stage, giftId), page()]).toEqual([standing, "open"]);
    await end();
    expect(page()).toBe("expired");
    stage.standIn.act(FIRST, session, "pay_card");
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    expect([await standingOfGift(stage, giftId), stage.standIn.list(FIRST, "balance_transaction")]).toEqual([
      "paid",
      [],
    ]);
  },
);

test("a payment page ends with the promise of which a part came, so that none is left when the account ends", async () => {
  const giftId = await start({ payLater: true });
  valueIn(await take(giftId, "40"));
  const session = await openSession(stage, giftId);
  const page = () => stage.standIn.list(FIRST, "checkout.session").find(({ id }) => id === session)?.status;
  expect(page()).toBe("open");
  valueIn(await endPromise(stage.wiring, priya, { giftId }));
  expect([await standingOfGift(stage, giftId), page()]).toEqual(["paid", "expired"]);
});

describe("a check that lowered an invoice at another account, with the invoice taken back and a payment page open at the new one,", () => {
  const moves: Record<string, (giftId: string) => Promise<void>> = {
    ended: async (giftId) => {
      await end();
      valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    },
    replaced: async (giftId) => {
      valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
      await connect(SECOND);
    },
  };
  test.each(Object.keys(moves))("is taken down when it came back, where the other account was %s", async (how) => {
    const giftId = await start({ payLater: true });
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    valueIn(await take(giftId, "40"));
    const [note] = await stage.rows("select credit_note from gift_cheques");
    expect(note?.credit_note).toMatch(/^cn_/);
    await moves[how]?.(giftId);
    await openSession(stage, giftId);
    expect(stage.standIn.list(SECOND, "checkout.session")).toMatchObject([{ amount_total: 6_000 }]);
    valueIn(await bounce(giftId));
    expect(await state(giftId)).toEqual(["pledged", owed(10_000)]);
  });
});

describe("at the new account", () => {
  const there = () => stage.standIn.list(SECOND, "invoice").at(-1);
  const charge = () => stage.standIn.list(SECOND, "charge").at(-1)?.id ?? "";
  const check = async () => valueIn(await checkFund(stage.wiring, priya));
  const told = () => stage.rows("select kind, props->>'amount' as amount from mails order by id");
  const buttons = async (giftId: string) => [
    valueIn(await openGift(stage.wiring, donor, { giftId })).isVoidable,
    viewOf(valueIn(await openFundGift(stage.wiring, priya, { giftId }))).mayEnd,
  ];

  /** A promise of which 60 were paid at the first account, which has ended; a check for the other 40 came back. */
  async function partPaidThere(): Promise<string> {
    const giftId = await start({ payLater: true });
    valueIn(await take(giftId, "40"));
    stage.standIn.act(FIRST, await openSession(stage, giftId), "pay_card");
    await check();
    valueIn(await bounce(giftId));
    await end();
    return giftId;
  }

  test("the rest of a gift that brought a part along is told of when the bank does not send it, and has a receipt when it does", async () => {
    const giftId = await partPaidThere();
    const before = await told();
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_bank");
    await check();
    expect([await standingOfGift(stage, giftId), await told()]).toEqual(["processing", before]);
    stage.standIn.act(SECOND, charge(), "fail");
    for (let times = 0; times < 2; times++) await check();
    const failed = { kind: "gift-failed", amount: "40.00 USD" };
    expect([await standingOfGift(stage, giftId), await told()]).toEqual(["pledged", [...before, failed]]);
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_bank");
    await check();
    stage.standIn.act(SECOND, charge(), "settle");
    for (let times = 0; times < 2; times++) await check();
    expect(await told()).toEqual([...before, failed, { kind: "gift-receipt", amount: "40.00 USD" }]);
  });

  test("and is told of too where the gift is promised meanwhile, because a check for another part came back", async () => {
    const giftId = await partPaidThere();
    valueIn(await take(giftId, "20"));
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_bank");
    await check();
    valueIn(await bounce(giftId));
    const { owed: rest, processing } = await balances(stage);
    expect([await standingOfGift(stage, giftId), rest, processing]).toEqual(["pledged", 2_000, 2_000]);
    stage.standIn.act(SECOND, charge(), "fail");
    await check();
    expect((await told()).at(-1)).toEqual({ kind: "gift-failed", amount: "20.00 USD" });
    expect((await balances(stage)).owed).toBe(4_000);
  });

  test("a refund of such a rest that failed and is made anew is told once more", async () => {
    const giftId = await partPaidThere();
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_card");
    await check();
    stage.standIn.act(SECOND, charge(), "refund_all");
    await check();
    stage.standIn.act(SECOND, stage.standIn.list(SECOND, "refund").at(-1)?.id ?? "", "fail_refund");
    await check();
    const back = async () => (await told()).filter(({ kind }) => kind === "gift-returned").length;
    expect(await back()).toBe(1);
    stage.standIn.act(SECOND, charge(), "refund_all");
    await check();
    expect(await back()).toBe(2);
  });

  test("an invoice for such a rest can be taken back by the donor and by staff, until a part of it is paid", async () => {
    const giftId = await partPaidThere();
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    expect(await buttons(giftId)).toEqual([true, true]);
    valueIn(await voidInvoice(stage.wiring, priya, { giftId }));
    expect(await standingOfGift(stage, giftId)).toBe("pledged");
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    stage.standIn.act(SECOND, String(there()?.id), "pay_half");
    await check();
    expect(await standingOfGift(stage, giftId)).toBe("invoiced");
    expect(await buttons(giftId)).toEqual([false, false]);
    expect(reasonIn(await voidInvoice(stage.wiring, priya, { giftId }))).toBe("no_invoice");
  });

  test("an invoice that was given up at Stripe can be taken back by both, and by the books when that account ends", async () => {
    const giftId = await start();
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    stage.standIn.act(FIRST, stage.standIn.list(FIRST, "invoice").at(-1)?.id ?? "", "give_up");
    await check();
    expect([await standingOfGift(stage, giftId), await buttons(giftId)]).toEqual(["uncollectible", [true, true]]);
    await end();
    expect(await buttons(giftId)).toEqual([true, true]);
    valueIn(await voidInvoice(stage.wiring, priya, { giftId }));
    expect([await standingOfGift(stage, giftId), await buttons(giftId)]).toEqual(["void", [false, false]]);
  });

  const pay = async (giftId: string) => {
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
  };

  test("a new invoice is made for one that was taken back, and is paid once", async () => {
    const giftId = await invoicedThere({ payLater: true });
    expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("fund_closed");
    expect(valueIn(await openGift(stage.wiring, donor, { giftId }))).toMatchObject({
      isPayable: false,
      isLeftThere: true,
    });
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    expect(valueIn(await openGift(stage.wiring, donor, { giftId }))).toMatchObject({ isPayable: true });
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    expect(await state(giftId)).toEqual(["invoiced", owed(10_000)]);
    expect(there()).toMatchObject({ status: "open", amount_remaining: 10_000 });
    stage.standIn.act(SECOND, String(there()?.id), "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    const { owed: rest, stripe } = await balances(stage);
    expect([await standingOfGift(stage, giftId), rest, stripe]).toEqual(["paid", undefined, 9_680]);
  });

  test("a promise whose payment failed late is paid, and what that failure cost stays booked", async () => {
    const giftId = await failedLateThere({ payLater: true });
    const { stripe = 0, fees = 0 } = await balances(stage);
    await pay(giftId);
    const after = await balances(stage);
    expect([await standingOfGift(stage, giftId), after.owed, after.stripe, after.fees]).toEqual([
      "paid",
      undefined,
      stripe + 9_680,
      fees + 320,
    ]);
    valueIn(await checkFund(stage.wiring, priya));
    expect(await balances(stage)).toEqual(after);
  });

  test("what was paid of a part before stays, and only the rest is asked for", async () => {
    const giftId = await start({ payLater: true });
    valueIn(await take(giftId, "40"));
    stage.standIn.act(FIRST, await openSession(stage, giftId), "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    valueIn(await bounce(giftId));
    const before = await balances(stage);
    expect([await standingOfGift(stage, giftId), before.owed]).toEqual(["pledged", 4_000]);
    await end();
    await pay(giftId);
    expect(stage.standIn.list(SECOND, "charge").map(({ amount }) => amount)).toEqual([4_000]);
    const after = await balances(stage);
    const lies = stage.standIn.list(SECOND, "balance_transaction").reduce((sum, { net }) => sum + Number(net), 0);
    expect([await standingOfGift(stage, giftId), after.owed, after.stripe]).toEqual([
      "paid",
      undefined,
      (before.stripe ?? 0) + lies,
    ]);
  });

  test("and when that is ended too, what both held stays booked", async () => {
    const giftId = await failedLateThere({ payLater: true });
    const before = await balances(stage);
    await openSession(stage, giftId);
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    await connect("sk_test_lakeviewthird");
    const account = (await accounts()).before.find(({ endedAt }) => endedAt === null);
    if (!account) throw new Error("there was no account before");
    const shown = { accountId: account.accountId, seen: account.revision, underWay: account.underWay.length };
    valueIn(await endAccount(stage.wiring, priya, shown));
    valueIn(await take(giftId));
    const { owed: rest, bank, stripe, fees } = await balances(stage);
    expect([await standingOfGift(stage, giftId), rest, bank, stripe, fees]).toEqual([
      "paid",
      undefined,
      10_000,
      before.stripe,
      before.fees,
    ]);
  });
});

test("the page of the accounts counts invoices that can still be paid at one that was ended, settled here or not", async () => {
  const [settled, open] = [await start(), await start({ donorMail: "other@example.org" })];
  const voided = await start();
  for (const giftId of [settled, open, voided]) valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
  valueIn(await voidInvoice(stage.wiring, donor, { giftId: voided }));
  const left = async () => (await accounts()).before.flatMap(({ leftInvoices }) => leftInvoices.map(({ id }) => id));
  expect(await left()).toEqual([]);
  await end();
  expect((await left()).sort()).toEqual([settled, open].sort());
  valueIn(await take(settled));
  expect((await left()).sort()).toEqual([settled, open].sort());
});

test("when the account is taken up again, what is asked for there is owed again, and no cent is booked twice", async () => {
  const giftId = await invoicedThere();
  valueIn(await take(giftId, "40"));
  const invoice = stage.standIn.list(FIRST, "invoice").at(-1)?.id ?? "";
  stage.standIn.act(FIRST, invoice, "pay_card");
  expect(await state(giftId)).toEqual(["invoiced", { ...held(4_000), ...owed(6_000) }]);
  await connect(FIRST);
  for (let times = 0; times < 2; times++) valueIn(await checkFund(stage.wiring, priya));
  const { bank, stripe, owed: rest } = await balances(stage);
  expect([await standingOfGift(stage, giftId), bank, stripe, rest]).toEqual(["paid", 4_000, 9_680, undefined]);
});

describe("while the account is disconnected", () => {
  test("a promise of which Stripe knows nothing is ended, or paid by check", async () => {
    const [ended, paid] = [await start({ payLater: true }), await start({ payLater: true })];
    await disconnect();
    valueIn(await endPromise(stage.wiring, priya, { giftId: ended }));
    valueIn(await take(paid));
    expect([await standingOfGift(stage, ended), await standingOfGift(stage, paid)]).toEqual(["open", "paid"]);
    expect(await balances(stage)).toEqual(held(10_000));
  });

  test("what Stripe knows of waits for a key, and the refusal says so instead of asking to try again", async () => {
    const giftId = await start({ payLater: true });
    await openSession(stage, giftId);
    await disconnect();
    expect(reasonIn(await endPromise(stage.wiring, priya, { giftId }))).toBe("account_away");
    expect(reasonIn(await take(giftId))).toBe("account_away");
    expect(await state(giftId)).toEqual(["pledged", owed(10_000)]);
  });
});

test("a key that Stripe refuses is told as such", async () => {
  const giftId = await start({ payLater: true });
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
  const { payments } = stage.wiring;
  if (!payments) throw new Error("nobody can be asked");
  stage.wiring.payments = { ...payments, readGift: async () => ({ ok: false, reason: "key_unfit" }) };
  expect(reasonIn(await take(giftId))).toBe("key_unfit");
  expect(reasonIn(await voidInvoice(stage.wiring, priya, { giftId }))).toBe("key_unfit");
  stage.wiring.payments = payments;
});

test("nobody of elsewhere settles anything there", async () => {
  const giftId = await invoicedThere();
  for (const stranger of [castActor(cast.tom), castActor(cast.maya)]) {
    expect(reasonIn(await take(giftId, "100", stranger))).toBe("not_permitted");
    expect(reasonIn(await endPromise(stage.wiring, stranger, { giftId }))).toBe("not_permitted");
    expect(["not_permitted", "not_found"]).toContain(reasonIn(await voidInvoice(stage.wiring, stranger, { giftId })));
  }
  expect(reasonIn(await take(giftId, "100", elsewhere))).toBe("not_found");
  expect(reasonIn(await endPromise(stage.wiring, elsewhere, { giftId }))).toBe("not_found");
  expect(reasonIn(await voidInvoice(stage.wiring, elsewhere, { giftId }))).toBe("not_found");
  expect(await state(giftId)).toEqual(["invoiced", owed(10_000)]);
});
