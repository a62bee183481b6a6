import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  anInvoice,
  aWish,
  balances,
  chargeOf,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  losingQuestion,
  openFundStage,
  openGiftCheckout,
  openSession,
  paidGift,
  standingOfGift,
} from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** Invoices that ask somebody to pay a gift, or did. */
const sentFor = (giftId: string) =>
  stage.standIn
    .list(ACCOUNT, "invoice")
    .filter(({ metadata, status }) => (metadata as { gift?: string }).gift === giftId && status !== "draft");
/** Somebody waits for a lock in this database. */
const WAITING = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
const OWED = { owed: 10_000, pledged: -10_000 };
const BY_CARD = { stripe: 9_680, fees: 320, released: -320, available: -9_680 };

describe("an invoice", () => {
  test("goes out with the purchase order, 30 days to pay, and is owed until it is paid", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    expect(stage.standIn.list(ACCOUNT, "invoice").at(-1)).toMatchObject({
      collection_method: "send_invoice",
      days_until_due: "30",
      custom_fields: { 0: { name: "Purchase order", value: "PO 4711" } },
      amount_remaining: 10_000,
    });
    expect(await balances(stage)).toEqual(OWED);
    const page = valueIn(await openGift(stage.wiring, donor, { giftId }));
    expect(page).toMatchObject({ standing: "invoiced", purchaseOrder: "PO 4711", dueOn: "2026-11-14" });
    expect(page.payUrl).toContain(invoice);
    await happens(stage, invoice, "pay_card");
    expect(await balances(stage)).toEqual(BY_CARD);
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("paid from a bank account is on its way for days; one that fails is owed again", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "pay_bank");
    expect(await balances(stage)).toEqual({ processing: 10_000, pending: -10_000 });
    await happens(stage, chargeOf(stage, invoice), "fail");
    expect(await balances(stage)).toEqual(OWED);
    expect(await standingOfGift(stage, giftId)).toBe("invoiced");
  });

  test("that was paid and whose payment fails days later is owed again, and is asked for or paid anew", async () => {
    const { giftId, invoice } = await invoicedGift(stage, { payLater: true });
    await happens(stage, invoice, "pay_bank");
    await happens(stage, chargeOf(stage, invoice), "settle");
    await happens(stage, chargeOf(stage, invoice), "fail");
    expect(sentFor(giftId).map(({ status }) => status)).toEqual(["paid"]);
    expect(await balances(stage)).toMatchObject(OWED);
    expect(await standingOfGift(stage, giftId)).toBe("pledged");
    expect(valueIn(await openGift(stage.wiring, donor, { giftId }))).toMatchObject({ isPayable: true, cameMinor: 0 });
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    const [, second] = sentFor(giftId);
    await happens(stage, second?.id ?? "", "pay_card");
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect((await balances(stage)).owed).toBeUndefined();
  });

  test("without a promise that fails days later reads failed, and is asked for anew", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "pay_card");
    await happens(stage, chargeOf(stage, invoice), "fail");
    expect(await standingOfGift(stage, giftId)).toBe("failed");
    expect((await balances(stage)).owed).toBeUndefined();
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
    expect(await standingOfGift(stage, giftId)).toBe("invoiced");
  });

  test("of which a part is given back still asks for the rest, and says both", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "pay_half");
    await happens(stage, chargeOf(stage, invoice), "refund_all");
    expect(await balances(stage)).toMatchObject({ owed: 5_000, pledged: -5_000 });
    const page = valueIn(await openGift(stage.wiring, donor, { giftId }));
    expect(page).toMatchObject({ standing: "invoiced", cameBack: "refunded", isPayable: true });
    expect(page.payUrl).toContain(invoice);
    const [row] = await stage.rows("select came_back from gifts where id = $1", [giftId]);
    expect(row).toEqual({ came_back: "refunded" });
  });

  test("that is declined, or overdue, stays owed; one that is given up is owed no more and can still be paid", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "decline");
    expect(await happens(stage, invoice, "overdue")).toEqual(["applied"]);
    expect(await balances(stage)).toEqual(OWED);
    await happens(stage, invoice, "give_up");
    expect(await balances(stage)).toEqual({});
    expect(await standingOfGift(stage, giftId)).toBe("uncollectible");
    await happens(stage, invoice, "pay_card");
    expect(await balances(stage)).toEqual(BY_CARD);
  });

  test("paid in parts holds each part as it comes, asks for the rest alone, and cannot be taken back any more", async () => {
    const { giftId, invoice } = await invoicedGift(stage, { payLater: true });
    await happens(stage, invoice, "pay_half");
    expect(await balances(stage)).toMatchObject({ owed: 5_000, pledged: -5_000, stripe: 4_825 });
    const page = valueIn(await openGift(stage.wiring, donor, { giftId }));
    expect(page).toMatchObject({ standing: "invoiced", cameMinor: 5_000, isPayable: true, isVoidable: false });
    expect(reasonIn(await voidInvoice(stage.wiring, donor, { giftId }))).toBe("no_invoice");
    await happens(stage, invoice, "pay_half");
    await happens(stage, invoice, "pay_card");
    const net = 10_000 - 175 - 103 - 103;
    expect(await balances(stage)).toEqual({ stripe: net, fees: 381, released: -381, available: -net });
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("whose first part is known by nothing but the intent that paid it is found through the invoice", async () => {
    const { invoice } = await invoicedGift(stage);
    const before = stage.standIn.events.length;
    stage.standIn.act(ACCOUNT, invoice, "pay_half");
    const told = stage.standIn.events.slice(before).filter(({ body }) => body.includes('"charge.succeeded"'));
    expect(await Promise.all(told.map((event) => stage.deliver(event)))).toEqual(["applied"]);
    expect(await balances(stage)).toMatchObject({ owed: 5_000, stripe: 4_825 });
  });

  test("that is marked as paid at Stripe without money there holds nothing, and says so", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "mark_paid");
    expect(await balances(stage)).toEqual({});
    expect(await standingOfGift(stage, giftId)).toBe("outside");
  });

  test("is refunded and disputed like any payment, even when its first events were lost", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    stage.standIn.act(ACCOUNT, invoice, "pay_card");
    const charge = chargeOf(stage, invoice);
    const before = stage.standIn.events.length;
    stage.standIn.act(ACCOUNT, charge, "refund_half");
    for (const event of stage.standIn.events.slice(before)) expect(await stage.deliver(event)).toBe("applied");
    expect(await standingOfGift(stage, giftId)).toBe("part_refunded");
  });

  test("asked for twice at once goes out once with one answer for all, and ends the checkout that was open", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    const ask = () => invoiceGift(stage.wiring, donor, anInvoice(giftId));
    for (const answer of await Promise.all([1, 2, 3].map(ask))) valueIn(answer);
    valueIn(await ask());
    expect(sentFor(giftId)).toHaveLength(1);
    const [sent] = sentFor(giftId);
    expect(stage.standIn.seen.filter(({ path }) => path.endsWith(`${sent?.id}/send`))).toHaveLength(1);
    expect(stage.standIn.list(ACCOUNT, "checkout.session").find(({ id }) => id === session)?.status).toBe("expired");
  });

  test("asked for in other words once it is out is refused; of two at once one goes out", async () => {
    const { giftId } = await invoicedGift(stage);
    const other = anInvoice(giftId, { purchaseOrder: "PO 4712" });
    expect(reasonIn(await invoiceGift(stage.wiring, donor, other))).toBe("invoice_open");
    const elsewhere = anInvoice(giftId, { donorMail: "spy@example.org" });
    expect(reasonIn(await invoiceGift(stage.wiring, donor, elsewhere))).toBe("invoice_open");
    const { giftId: next } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const both = ["PO 1", "PO 2"].map((purchaseOrder) => anInvoice(next, { purchaseOrder }));
    const answers = await Promise.all(both.map((request) => invoiceGift(stage.wiring, donor, request)));
    expect(sentFor(next)).toHaveLength(1);
    expect(answers.some(({ ok }) => ok)).toBe(true);
  });

  test.each([
    ["the customer", /POST customers$/],
    ["the draft", /POST invoices$/],
    ["its line", /POST invoiceitems$/],
    ["making it final", /POST invoices\/\w+\/finalize$/],
    ["sending it", /POST invoices\/\w+\/send$/],
  ])("is one invoice although the answer to %s is lost, and other words are asked for then", async (_, path) => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    stage.standIn.loseAnswersTo(path);
    expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("payments_away");
    stage.standIn.loseAnswersTo(null);
    const again = await invoiceGift(stage.wiring, donor, anInvoice(giftId, { purchaseOrder: "PO 4712" }));
    expect(again.ok || again.reason === "invoice_open").toBe(true);
    await stage.deliverNew();
    const [sent, ...more] = sentFor(giftId);
    expect(more).toEqual([]);
    expect(sent?.amount_due).toBe(10_000);
    expect(await balances(stage)).toEqual(OWED);
    const { purchaseOrder } = valueIn(await openGift(stage.wiring, donor, { giftId }));
    expect(sent?.custom_fields).toEqual({ 0: { name: "Purchase order", value: purchaseOrder } });
  });
});

describe("taking an invoice back", () => {
  test("ends what is owed, lets a promise stand again, and the gift can be paid in another way", async () => {
    const { giftId } = await invoicedGift(stage, { payLater: true });
    expect(await balances(stage)).toEqual(OWED);
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    expect(await stage.deliverNew()).toEqual(["applied"]);
    expect(await balances(stage)).toEqual(OWED);
    expect(await standingOfGift(stage, giftId)).toBe("pledged");
    const again = { giftId, title: "Bus passes", returnUrl: "http://localhost:3000/give", language: "es" };
    expect(valueIn(await payGift(stage.wiring, donor, again)).url).toContain("/pay/cs_");
  });

  test("is done by staff too; one without a promise before it leaves nothing", async () => {
    const { giftId } = await invoicedGift(stage);
    valueIn(await voidInvoice(stage.wiring, castActor(cast.ines), { giftId }));
    expect(await balances(stage)).toEqual({});
    expect(await standingOfGift(stage, giftId)).toBe("void");
    expect(reasonIn(await voidInvoice(stage.wiring, donor, { giftId }))).toBe("no_invoice");
    // the donor can still pay by card
    await happens(stage, await openSession(stage, giftId), "pay_card");
    expect(await balances(stage)).toEqual(BY_CARD);
  });

  test("is booked by asking again when Stripe's answer after it is lost, whether it was owed or given up", async () => {
    for (const isGivenUp of [false, true]) {
      const { giftId, invoice } = await invoicedGift(stage);
      if (isGivenUp) await happens(stage, invoice, "give_up");
      const ask = () => voidInvoice(stage.wiring, donor, { giftId });
      expect(reasonIn(await losingQuestion(stage, 2, ask))).toBe("payments_away");
      expect(stage.standIn.list(ACCOUNT, "invoice").at(-1)?.status).toBe("void");
      valueIn(await ask());
      expect(await balances(stage)).toEqual({});
      expect(await standingOfGift(stage, giftId)).toBe("void");
      expect(reasonIn(await ask())).toBe("no_invoice");
    }
  });

  test("that Stripe refuses is logged by the id of the request, without a word of the donor", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    const again = await stage.wiring.payments?.voidInvoice(ACCOUNT, { giftId: NOBODY, reference: invoice });
    expect(again).toEqual({ ok: false, reason: "refused" });
    const line = stage.wiring.lines.at(-1);
    expect(line?.fields).toEqual({
      ...{ requestId: "req_standin1", status: 400, reason: "StripeInvalidRequestError" },
    });
  });

  test("is refused once the invoice is paid or on its way", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    stage.standIn.act(ACCOUNT, invoice, "pay_bank");
    expect(reasonIn(await voidInvoice(stage.wiring, donor, { giftId }))).toBe("no_invoice");
  });
});

test("an invoice without an address, for what is paid, or asked for by strangers is refused", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ donorMail: "" })));
  const ask = async (id: string, by = donor as Parameters<typeof invoiceGift>[1]) =>
    reasonIn(await invoiceGift(stage.wiring, by, anInvoice(id)));
  expect(await ask(giftId)).toBe("mail_missing");
  expect(await ask((await paidGift(stage)).giftId)).toBe("nothing_to_pay");
  expect(await ask(NOBODY)).toBe("not_found");
  expect(await ask(giftId, castActor(cast.rosa))).toBe("not_permitted");
  expect(await ask(giftId, castActor(cast.maya))).toBe("not_found");
  expect(reasonIn(await voidInvoice(stage.wiring, castActor(cast.malik), { giftId }))).toBe("not_found");
});

test("the name of a student, typed as donor or as purchase order, stays here; the invoice and its page work all the same", async () => {
  for (const typed of ["Ana Reyes", "REYES, Ána", "The family of Ana M. Reyes"]) {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ organisationName: "", donorName: typed })));
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId, { purchaseOrder: `For ${typed}` })));
    expect(stage.standIn.list(ACCOUNT, "invoice").at(-1)).not.toHaveProperty("custom_fields");
    expect(stage.standIn.list(ACCOUNT, "customer").at(-1)).toMatchObject({ name: aWish().donorMail });
    expect(valueIn(await openGift(stage.wiring, donor, { giftId })).purchaseOrder).toBe(`For ${typed}`);
    await stage.clear();
  }
  expect(decodeURIComponent(stage.standIn.seen.map(({ body }) => body).join("\n")).toLowerCase()).not.toMatch(/reyes/);
});

test("a donor who shares a student's last name is named", async () => {
  const wish = aWish({ organisationName: "", donorName: "Rosa Reyes" });
  const { giftId } = valueIn(await startGift(stage.wiring, donor, wish));
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)));
  expect(stage.standIn.list(ACCOUNT, "customer").at(-1)).toMatchObject({ name: "Rosa Reyes" });
});

test("an invoice goes to the address that the donor gave, whatever is sent with the form", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId, { donorMail: "spy@example.org" })));
  expect(stage.standIn.list(ACCOUNT, "customer").at(-1)).toMatchObject({ email: aWish().donorMail });
  expect(await stage.rows("select donor_mail from gifts where id = $1", [giftId])).toEqual([
    { donor_mail: aWish().donorMail },
  ]);
});

test("a mentor has no gift of somebody else, which staff tied to the organization, mailed to an address of their own", async () => {
  const { giftId } = valueIn(
    await startGift(
      stage.wiring,
      donor,
      aWish({ donorMail: "", anonymous: true, organisationName: "", donorName: "Bo Lind" }),
    ),
  );
  const { organisationId } = castActor(cast.maya);
  await stage.rows("update gifts set organisation_id = $1, origin = 'staff' where id = $2", [organisationId, giftId]);
  const asked = anInvoice(giftId, { donorMail: "spy@example.org" });
  expect(reasonIn(await invoiceGift(stage.wiring, castActor(cast.maya), asked))).toBe("not_permitted");
  expect(sentFor(giftId)).toEqual([]);
});

test("a checkout that is opened while an invoice is written ends before the invoice goes out", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
  const { payments } = stage.wiring;
  if (!payments) throw new Error("nobody takes payments");
  let paying: ReturnType<typeof payGift> | undefined;
  const wish = { giftId, title: "Bus passes", returnUrl: "http://localhost:3000/give", language: "en" };
  const between: typeof payments = {
    ...payments,
    draftInvoice: async (...asked) => {
      paying = payGift(stage.wiring, donor, wish);
      while ((await stage.rows(WAITING)).length === 0);
      return payments.draftInvoice(...asked);
    },
  };
  valueIn(await invoiceGift({ ...stage.wiring, payments: between }, donor, anInvoice(giftId)));
  const { url } = valueIn((await paying) ?? { ok: false, reason: "not_found" as const });
  const session = url.split("/").at(-1);
  expect(stage.standIn.list(ACCOUNT, "checkout.session").find(({ id }) => id === session)).toMatchObject({
    status: "expired",
  });
  expect(sentFor(giftId)).toHaveLength(1);
});

test.each([
  ["BUS FUND", "BUS FUND"],
  ["BUS", undefined],
  ["", undefined],
])(
  "the statement says %j after an invoice as it does after a checkout, if it is long enough to stand alone",
  async (words, told) => {
    const settings = { ...DEFAULT_FUND, statementDescriptor: words };
    await stage.rows("update fund_settings set settings = $1 where school_id = $2", [settings, donor.schoolId]);
    await invoicedGift(stage);
    expect(stage.standIn.list(ACCOUNT, "invoice").at(-1)?.statement_descriptor).toBe(told);
    await openGiftCheckout(stage);
    const data = stage.standIn.list(ACCOUNT, "checkout.session").at(-1)?.payment_intent_data as Record<string, string>;
    expect(data.statement_descriptor_suffix).toBe(words || undefined);
  },
);
