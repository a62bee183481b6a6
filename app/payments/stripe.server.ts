import Stripe from "stripe";
import { done, type Outcome, refused } from "../domain/outcome";
import type { AccountKey, CheckoutWish, PaymentFault, Payments } from "./port";
import { readBalance } from "./read-balance";
import { findGiftAtStripe, readGiftAtStripe } from "./read-gift";
import { digestOf } from "./request-digest";
import { draftInvoice, issueInvoice } from "./send-invoice";
import { payoutOf, subjectOf } from "./stripe-objects";

const TIMEOUT_MS = 8_000;
const TOLERANCE_SECONDS = 300;

/** What Stripe refused, without its sentences, which may name a donor. The id is found in the account's own log at Stripe. */
interface PaymentFaultNote {
  requestId?: string;
  status?: number;
  reason: string;
}

interface StripeOptions {
  apiBase: string | null;
  note: (fault: PaymentFaultNote) => void;
}

/** Stripe through its SDK, which pins the version of the interface. `apiBase` leads it to another address. */
export function createStripePayments({ apiBase, note }: StripeOptions): Payments {
  const ask = <Value>(request: () => Promise<Value>) => answerOf(request, note);
  const clients = new Map<AccountKey, Stripe>();
  const stripe = (key: AccountKey): Stripe => {
    const known = clients.get(key) ?? connect(key, apiBase);
    clients.set(key, known);
    return known;
  };
  return {
    checkKey: (key) =>
      ask(async () => {
        await stripe(key).balance.retrieve();
        return null;
      }),
    nameAccount: (key) => ask(async () => (await stripe(key).accounts.retrieveCurrent()).id),
    openCheckout: (key, wish) => ask(() => openCheckout(stripe(key), wish)),
    readGift: (key, references) => ask(() => readGiftAtStripe(stripe(key), references)),
    readPayout: (key, payout) =>
      ask(async () => {
        const expand = ["balance_transaction", "failure_balance_transaction"];
        return payoutOf(await stripe(key).payouts.retrieve(payout, { expand }));
      }),
    listBalance: (key, of) => ask(() => readBalance(stripe(key), of)),
    closeCheckout: (key, { giftId, reference }) =>
      ask(async () => {
        const idempotencyKey = `gift:${giftId}:close:${reference}`;
        await stripe(key).checkout.sessions.expire(reference, {}, { idempotencyKey });
        return null;
      }),
    draftInvoice: (key, wish) => ask(() => draftInvoice(stripe(key), wish)),
    issueInvoice: (key, of) => ask(() => issueInvoice(stripe(key), of)),
    markInvoicePaid: (key, { giftId, reference }) =>
      ask(async () => {
        const idempotencyKey = `gift:${giftId}:paid:${reference}`;
        await stripe(key).invoices.pay(reference, { paid_out_of_band: true }, { idempotencyKey });
        return null;
      }),
    creditInvoice: (key, { giftId, reference: invoice, minor: amount, attempt }) =>
      ask(async () => {
        // Without the amount: a try whose answer was lost is not followed by a second note over another one.
        const idempotencyKey = `gift:${giftId}:credit:${invoice}:${attempt}`;
        const { id: reference } = await stripe(key).creditNotes.create({ invoice, amount }, { idempotencyKey });
        return { reference };
      }),
    voidCredit: (key, { giftId, reference }) =>
      ask(async () => {
        const idempotencyKey = `gift:${giftId}:credit-void:${reference}`;
        await stripe(key).creditNotes.voidCreditNote(reference, {}, { idempotencyKey });
        return null;
      }),
    voidInvoice: (key, { giftId, reference }) =>
      ask(async () => {
        const idempotencyKey = `gift:${giftId}:void:${reference}`;
        await stripe(key).invoices.voidInvoice(reference, {}, { idempotencyKey });
        return null;
      }),
    findGiftOf: (key, reference) => ask(() => findGiftAtStripe(stripe(key), reference)),
    readEvent,
  };
}

function connect(key: AccountKey, apiBase: string | null): Stripe {
  const base = apiBase === null ? null : new URL(apiBase);
  return new Stripe(key, {
    ...(base && {
      host: base.hostname,
      port: base.port,
      protocol: base.protocol === "http:" ? ("http" as const) : ("https" as const),
    }),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 1,
    telemetry: false,
  });
}

/** Turns what the SDK throws about the far side into a refusal; everything else is a bug and stays one. */
async function answerOf<Value>(
  request: () => Promise<Value>,
  note: StripeOptions["note"],
): Promise<Outcome<Value, PaymentFault>> {
  try {
    return done(await request());
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (error.code === "resource_missing") return refused("missing");
    const { requestId, statusCode: status } = error;
    note({ ...(requestId && { requestId }), ...(status && { status }), reason: error.code ?? error.type });
    // 409: another request with the same key is still being answered.
    const isTheirs = error.statusCode === undefined || [409, 429].includes(error.statusCode) || error.statusCode >= 500;
    return refused(isTheirs ? "unavailable" : "refused");
  }
}

async function openCheckout(stripe: Stripe, wish: CheckoutWish): Promise<{ reference: string; url: string }> {
  const { giftId, attempt, minor, currency, title, donorMail, statementDescriptor, doneUrl, backUrl } = wish;
  const asked: Stripe.Checkout.SessionCreateParams = {
    mode: "payment",
    submit_type: "donate",
    client_reference_id: giftId,
    line_items: [{ quantity: 1, price_data: { currency, unit_amount: minor, product_data: { name: title } } }],
    allowed_payment_method_types: currency === "usd" ? ["card", "us_bank_account"] : ["card"],
    payment_intent_data: {
      description: title,
      metadata: { gift: giftId },
      ...(statementDescriptor && { statement_descriptor_suffix: statementDescriptor }),
      // a live payment with an address has Stripe's receipt mailed, whatever the account chose about mails
      ...(donorMail && { receipt_email: donorMail }),
    },
    metadata: { gift: giftId },
    locale: wish.language === "es" ? "es" : "en",
    ...(donorMail && { customer_email: donorMail }),
    success_url: doneUrl,
    cancel_url: backUrl,
  };
  // A key belongs to one request: a try whose answer was lost may be followed by another page's, in another language.
  const idempotencyKey = `gift:${giftId}:checkout:${attempt}:${digestOf(asked)}`;
  const session = await stripe.checkout.sessions.create(asked, { idempotencyKey });
  if (!session.url) throw new Error("a checkout was opened without an address");
  return { reference: session.id, url: session.url };
}

const webhooks = new Stripe("sk_test_signs_nothing_but_tests").webhooks;

const readEvent: Payments["readEvent"] = ({ payload, signature, secrets, now }) => {
  for (const secret of secrets) {
    try {
      const { id, type, livemode, data } = webhooks.constructEvent(
        payload,
        signature,
        secret,
        TOLERANCE_SECONDS,
        undefined,
        now.getTime(),
      );
      return { id, type, live: livemode, subject: subjectOf(data.object) };
    } catch (error) {
      const isNotSigned = error instanceof Stripe.errors.StripeSignatureVerificationError;
      if (!isNotSigned) throw error;
    }
  }
  return null;
};

/** Signs as Stripe does, for the stand-in and for tests. */
export function signEvent({ payload, secret, now }: { payload: string; secret: string; now: Date }): string {
  return webhooks.generateTestHeaderString({ payload, secret, timestamp: Math.floor(now.getTime() / 1_000) });
}
