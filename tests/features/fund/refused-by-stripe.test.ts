import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CURRENCIES } from "~/domain/fund/money";
import { DEFAULT_FUND, fundSettingsFrom } from "~/domain/fund/settings";
import { endPromise } from "~/features/fund/end-promise.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { openGift } from "~/features/fund/open-gift.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  anInvoice,
  balances,
  donor,
  enterKey,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
} from "../../support/fund";
import { enterCheck, payFor, promiseOf } from "../../support/fund-asks";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const priya = castActor(cast.priya);
const promise = (own: Parameters<typeof promiseOf>[1] = {}) => promiseOf(stage, own);
const pay = (giftId: string) => payFor(stage, giftId);
const check = (giftId: string, amount: string) => enterCheck(stage, { giftId, amount });
const connect = (secretKey: string) => enterKey(stage.wiring, secretKey);
const page = async (giftId: string) => valueIn(await openGift(stage.wiring, donor, { giftId }));
const writes = () => stage.standIn.seen.filter(({ method }) => method === "POST").length;

/** The least that Stripe takes, as docs.stripe.com/currencies writes it. */
const LEAST = { usd: 50, cad: 50, mxn: 1_000, eur: 50, gbp: 30, aud: 50, nzd: 50, jpy: 50, krw: 50 };

describe("an amount that is too little for Stripe", () => {
  test("is refused by the stand-in in each currency, and the least is taken", async () => {
    const { payments } = stage.wiring;
    const pages = { doneUrl: "http://localhost", backUrl: "http://localhost", language: "en" };
    const wish = { giftId: NOBODY, title: "Bus passes", donorMail: null, statementDescriptor: "", ...pages };
    for (const currency of CURRENCIES) {
      const open = (minor: number) => payments?.openCheckout(ACCOUNT, { ...wish, attempt: minor, minor, currency });
      expect(await open(LEAST[currency] - 1), currency).toMatchObject({ ok: false, reason: "too_little_to_pay" });
      expect(await open(LEAST[currency]), currency).toMatchObject({ ok: true });
    }
  });

  test("is no smallest gift, neither entered now nor kept from before", async () => {
    const { revision: seen } = valueIn(await openFundSettings(stage.wiring, priya));
    const save = (minimumMinor: number) =>
      saveFundSettings(stage.wiring, priya, {
        ...{ book: "test", isOpen: true, seen },
        settings: { ...DEFAULT_FUND, minimumMinor },
      });
    expect(await save(49)).toMatchObject({ reason: "minimum_too_small", detail: { smallest: "0.50 USD" } });
    expect(fundSettingsFrom({ minimumMinor: 25 }).minimumMinor).toBe(50);
    expect(fundSettingsFrom({ currency: "mxn", minimumMinor: 25 }).minimumMinor).toBe(1_000);
    expect(fundSettingsFrom({ minimumMinor: 60 }).minimumMinor).toBe(60);
  });

  test("is not asked for when it is what a check left: it can be let go", async () => {
    const giftId = await promise();
    valueIn(await check(giftId, "99.80"));
    const before = writes();
    expect(reasonIn(await pay(giftId))).toBe("too_little_to_pay");
    expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("too_little_to_pay");
    expect(writes()).toBe(before);
    expect(await page(giftId)).toMatchObject({ isPayable: false, tooLittleMinor: 20, cameMinor: 9_980 });
    valueIn(await endPromise(stage.wiring, priya, { giftId }));
    expect(await page(giftId)).toMatchObject({ standing: "paid", tooLittleMinor: 0 });
  });

  test("can be paid by check, or is let go with its invoice", async () => {
    const { giftId } = await invoicedGift(stage);
    valueIn(await check(giftId, "99.80"));
    expect(reasonIn(await pay(giftId))).toBe("too_little_to_pay");
    expect(await page(giftId)).toMatchObject({ isPayable: false, tooLittleMinor: 20 });
    valueIn(await check(giftId, "0.20"));
    expect(await page(giftId)).toMatchObject({ standing: "paid", tooLittleMinor: 0 });
    const other = (await invoicedGift(stage)).giftId;
    valueIn(await check(other, "99.80"));
    valueIn(await voidInvoice(stage.wiring, priya, { giftId: other }));
    expect(await page(other)).toMatchObject({ standing: "paid" });
  });

  test("of 50 cents more is paid as ever", async () => {
    const giftId = await promise();
    valueIn(await check(giftId, "99.50"));
    valueIn(await pay(giftId));
    expect(await page(giftId)).toMatchObject({ isPayable: true, tooLittleMinor: 0 });
  });
});

describe("a mail address that Stripe does not take", () => {
  const donorMail = `${"b".repeat(65)}@example.org`;

  test("keeps nobody from paying", async () => {
    valueIn(await pay(await promise({ donorMail })));
    expect(stage.standIn.list(ACCOUNT, "checkout.session")).toMatchObject([{ status: "open" }]);
    expect(stage.standIn.list(ACCOUNT, "checkout.session")[0]).not.toHaveProperty("customer_email");
  });

  test("is told when an invoice should go there, and another one can be written", async () => {
    const given = await promise({ donorMail });
    expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(given)))).toBe("mail_refused");
    const giftId = await promise({ donorMail: "" });
    const ask = (address: string) => invoiceGift(stage.wiring, donor, anInvoice(giftId, { donorMail: address }));
    expect(reasonIn(await ask(donorMail))).toBe("mail_refused");
    valueIn(await ask("bo@example.org"));
    expect(await page(giftId)).toMatchObject({ standing: "invoiced" });
  });
});

describe("a restricted key", () => {
  test.each([
    ["balance", "Balance"],
    ["balance_transactions", "Balance"],
    ["charges", "Charges and Refunds"],
    ["refunds", "Charges and Refunds"],
    ["disputes", "Disputes"],
    ["payouts", "Payouts"],
    ["payment_intents", "PaymentIntents"],
    ["checkout", "Checkout Sessions"],
    ["customers", "Customers"],
    ["invoices", "Invoices"],
    ["invoice_payments", "Invoices"],
    ["invoiceitems", "Invoice Items"],
    ["credit_notes", "Credit Notes"],
  ])("without %s is not stored, and the answer names the right", async (right, rights) => {
    const before = writes();
    const refused = await connect(`rk_test_lakeviewfirst__without_${right}`);
    expect(refused).toEqual({ ok: false, reason: "rights_missing", detail: { rights } });
    expect(await stage.rows("select id from fund_accounts")).toEqual([]);
    expect(writes()).toBe(before);
  });

  test("that may only read is told as that, and works at once with the right, although Stripe kept its refusal", async () => {
    valueIn(await connect("rk_test_lakeviewfirst__reads_checkout"));
    const giftId = await promise();
    expect(reasonIn(await pay(giftId))).toBe("key_unfit");
    valueIn(await connect("rk_test_lakeviewfirst__all"));
    valueIn(await pay(giftId));
  });

  test("that may not write invoices is told to the donor who asks for one, and to staff who end one", async () => {
    valueIn(await connect("rk_test_lakeviewfirst__all"));
    const sent = await promise();
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(sent)));
    const giftId = await promise();
    valueIn(await connect("rk_test_lakeviewfirst__reads_invoices"));
    expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("key_unfit");
    expect(reasonIn(await voidInvoice(stage.wiring, priya, { giftId: sent }))).toBe("key_unfit");
    expect(reasonIn(await check(sent, "100"))).toBe("key_unfit");
    valueIn(await connect("rk_test_lakeviewfirst__all"));
    valueIn(await check(sent, "100"));
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
  });
});

describe("an invoice that a donor's bank begins to pay while it is read", () => {
  /** What `work` answers when the payment begins right after its questions about the gift. */
  async function paidMeanwhile<Answer>(invoice: string, work: () => Promise<Answer>): Promise<Answer> {
    const hold = stage.standIn.hold(/GET invoice_payments/, 1);
    const asked = work();
    await hold.waiting(1);
    stage.standIn.act(ACCOUNT, invoice, "pay_bank");
    hold.release();
    return asked;
  }
  const standing = async (giftId: string) => (await page(giftId)).standing;
  const checks = () => stage.rows("select minor from gift_cheques");

  test("is not taken back, until the bank sends nothing after all", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    const takeBack = () => voidInvoice(stage.wiring, priya, { giftId });
    expect(reasonIn(await paidMeanwhile(invoice, takeBack))).toBe("stripe_refused");
    await stage.deliverNew();
    expect([await standing(giftId), reasonIn(await takeBack())]).toEqual(["processing", "no_invoice"]);
    await happens(stage, stage.standIn.list(ACCOUNT, "charge").at(-1)?.id ?? "", "fail");
    valueIn(await takeBack());
    expect(stage.standIn.list(ACCOUNT, "invoice")).toMatchObject([{ status: "void" }]);
  });

  test("takes no check, so that nothing is booked twice; the check is entered once the bank sends nothing", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    expect(reasonIn(await paidMeanwhile(invoice, () => check(giftId, "100")))).toBe("stripe_refused");
    await stage.deliverNew();
    expect([await standing(giftId), await checks(), await balances(stage)]).toMatchObject([
      "processing",
      [],
      { processing: 10_000 },
    ]);
    expect(reasonIn(await check(giftId, "100"))).toBe("nothing_to_pay");
    await happens(stage, stage.standIn.list(ACCOUNT, "charge").at(-1)?.id ?? "", "fail");
    valueIn(await check(giftId, "100"));
    expect([await standing(giftId), await checks()]).toEqual(["paid", [{ minor: 10_000 }]]);
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
  });
});

test("what Stripe does not know any more is no reason to say that it does not answer", async () => {
  const giftId = await promise();
  valueIn(await pay(giftId));
  stage.standIn.forget();
  expect(reasonIn(await pay(giftId))).toBe("stripe_refused");
  expect(reasonIn(await endPromise(stage.wiring, priya, { giftId }))).toBe("stripe_refused");
});
