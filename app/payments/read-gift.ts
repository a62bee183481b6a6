import type Stripe from "stripe";
import type { Charge, Invoice } from "../domain/fund/gift-truth";
import { UUID } from "../domain/uuid";
import type { GiftAtStripe } from "./port";
import { isMissing } from "./stripe-faults";
import { chargeOf, idOf, invoiceOf, isOf } from "./stripe-objects";

const LINE = "data.balance_transaction";
const REVERSAL = "data.failure_balance_transaction";

/**
 * Asks Stripe for everything that hangs on a gift's sessions, invoices and payment intents. Anybody at the school may delete the draft of an
 * invoice there: the gift is missing only where nothing of it is known. An intent is never deleted, and what came through it is booked.
 */
export async function readGiftAtStripe(stripe: Stripe, references: readonly string[]): Promise<GiftAtStripe> {
  const intents = new Set(references.filter((id) => id.startsWith("pi_")));
  const openCheckouts: string[] = [];
  const invoices: Invoice[] = [];
  const paidBy = new Map<string, string>();
  const missing: unknown[] = [];
  let payUrl: string | null = null;
  for (const id of references.filter((reference) => reference.startsWith("cs_"))) {
    const session = await stripe.checkout.sessions.retrieve(id).catch(noteMissing(missing));
    if (session === null) continue;
    add(intents, idOf(session.payment_intent));
    if (session.status !== "open") continue;
    openCheckouts.push(id);
    payUrl = session.url;
  }
  for (const id of references.filter((reference) => reference.startsWith("in_"))) {
    const invoice = await stripe.invoices.retrieve(id).catch(noteMissing(missing));
    if (invoice === null) continue;
    invoices.push(invoiceOf(invoice));
    const ofInvoice = { invoice: id, limit: 100 } satisfies Stripe.InvoicePaymentListParams;
    for (const { payment, status } of await all(stripe.invoicePayments.list(ofInvoice))) {
      const intent = idOf(payment.payment_intent);
      add(intents, intent);
      if (intent !== null && status === "paid") paidBy.set(intent, id);
    }
    if (invoice.status === "open" || invoice.status === "uncollectible") payUrl = invoice.hosted_invoice_url ?? payUrl;
  }
  const charges: Charge[] = [];
  for (const intent of intents) charges.push(...(await readCharges(stripe, intent, paidBy.get(intent) ?? null)));
  const payables = references.filter((id) => !id.startsWith("pi_"));
  if (missing.length > 0 && missing.length === payables.length && charges.length === 0) throw missing[0];
  return { charges, invoices, references: [...intents], openCheckouts, payUrl };
}

/** Goes on without what the account does not know. */
function noteMissing(missing: unknown[]) {
  return (error: unknown): null => {
    if (!isMissing(error)) throw error;
    missing.push(error);
    return null;
  };
}

/** Charges and refunds are asked for in the same words. */
type ListOfIntent = Stripe.ChargeListParams & Stripe.RefundListParams;

/** All tries to pay one intent, with refunds and disputes, each with its lines of the balance. */
async function readCharges(stripe: Stripe, paymentIntent: string, paidInvoice: string | null): Promise<Charge[]> {
  const asked = { payment_intent: paymentIntent, limit: 100, expand: [LINE, REVERSAL] } satisfies ListOfIntent;
  const charges = await all(stripe.charges.list(asked));
  const none = { refunds: [], disputes: [], paidInvoice };
  if (charges.every(({ status }) => status === "pending")) return charges.map((charge) => chargeOf(charge, none));
  const refunds = await all(stripe.refunds.list(asked));
  const ofDisputes = { payment_intent: paymentIntent, limit: 100 } satisfies Stripe.DisputeListParams;
  const disputes = await all(stripe.disputes.list(ofDisputes));
  return charges.map((charge) =>
    chargeOf(charge, { refunds: refunds.filter(isOf(charge)), disputes: disputes.filter(isOf(charge)), paidInvoice }),
  );
}

/**
 * Which gift an intent or an invoice is for: itself it says so, or the invoice that it pays. Whoever else writes at this account may
 * use our word for something of their own, which is no id.
 */
export async function findGiftAtStripe(
  stripe: Stripe,
  reference: string,
): Promise<{ giftId: string; references: string[] } | null> {
  const isInvoice = reference.startsWith("in_");
  const { metadata } = isInvoice
    ? await stripe.invoices.retrieve(reference)
    : await stripe.paymentIntents.retrieve(reference);
  if (metadata?.gift && UUID.test(metadata.gift)) return { giftId: metadata.gift, references: [reference] };
  if (isInvoice) return null;
  const asked = {
    payment: { type: "payment_intent", payment_intent: reference },
    limit: 1,
  } satisfies Stripe.InvoicePaymentListParams;
  const [paid] = (await stripe.invoicePayments.list(asked)).data;
  const invoice = idOf(paid?.invoice);
  const found = invoice === null ? null : await findGiftAtStripe(stripe, invoice);
  return found && { ...found, references: [...found.references, reference] };
}

async function all<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

function add(intents: Set<string>, id: string | null): void {
  if (id !== null) intents.add(id);
}
