import Stripe from "stripe";
import type { PaymentFault } from "../domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "../domain/outcome";
import type { AccountKey, Payments } from "./port";
import { readBalance, readTotal } from "./read-balance";
import { findGiftAtStripe, readGiftAtStripe } from "./read-gift";
import { deleteDraft, draftInvoice, issueInvoice } from "./send-invoice";
import { closeCheckout, openCheckout } from "./stripe-checkout";
import { faultOf } from "./stripe-faults";
import { creditInvoice, listCredits, markInvoicePaid, voidCredit, voidInvoice } from "./stripe-invoices";
import { payoutOf, subjectOf } from "./stripe-objects";
import { findMissingRights } from "./stripe-rights";

const TIMEOUT_MS = 8_000;
const TOLERANCE_SECONDS = 300;

const WITH_LINES = {
  expand: ["balance_transaction", "failure_balance_transaction"],
} satisfies Stripe.PayoutRetrieveParams;

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
    findMissingRights: (key) => ask(() => findMissingRights(stripe(key))),
    nameAccount: (key) => ask(async () => (await stripe(key).accounts.retrieveCurrent()).id),
    openCheckout: (key, wish) => ask(() => openCheckout(stripe(key), wish)),
    readGift: (key, references) => ask(() => readGiftAtStripe(stripe(key), references)),
    readPayout: (key, payout) =>
      ask(async () => {
        return payoutOf(await stripe(key).payouts.retrieve(payout, WITH_LINES));
      }),
    listBalance: (key, of) => ask(() => readBalance(stripe(key), of)),
    readTotal: (key, of) => ask(() => readTotal(stripe(key), of)),
    closeCheckout: (key, of) => ask(() => closeCheckout(stripe(key), of)),
    draftInvoice: (key, wish) => ask(() => draftInvoice(stripe(key), wish)),
    deleteDraft: (key, of) => ask(() => deleteDraft(stripe(key), of)),
    issueInvoice: (key, of) => ask(() => issueInvoice(stripe(key), of)),
    markInvoicePaid: (key, of) => ask(() => markInvoicePaid(stripe(key), of)),
    listCredits: (key, of) => ask(() => listCredits(stripe(key), of)),
    creditInvoice: (key, wish) => ask(() => creditInvoice(stripe(key), wish)),
    voidCredit: (key, of) => ask(() => voidCredit(stripe(key), of)),
    voidInvoice: (key, of) => ask(() => voidInvoice(stripe(key), of)),
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
    const fault = faultOf(error);
    if (fault === "missing") return refused(fault);
    const { requestId, statusCode: status } = error;
    note({ ...(requestId && { requestId }), ...(status && { status }), reason: error.code ?? error.type });
    return refused(fault);
  }
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
