import type Stripe from "stripe";
import { isForbidden } from "./stripe-faults";

const ONE = { limit: 1 } satisfies Stripe.PaginationParams;

/** A question that changes nothing for each right that the product uses, by the name under which Stripe lists the right. */
const QUESTIONS: readonly [right: string, ask: (stripe: Stripe) => Promise<unknown>][] = [
  ["Balance", (stripe) => stripe.balance.retrieve()],
  ["Balance", (stripe) => stripe.balanceTransactions.list(ONE)],
  ["Charges and Refunds", (stripe) => stripe.charges.list(ONE)],
  ["Charges and Refunds", (stripe) => stripe.refunds.list(ONE)],
  ["Disputes", (stripe) => stripe.disputes.list(ONE)],
  ["Payouts", (stripe) => stripe.payouts.list(ONE)],
  ["PaymentIntents", (stripe) => stripe.paymentIntents.list(ONE)],
  ["Checkout Sessions", (stripe) => stripe.checkout.sessions.list(ONE)],
  ["Customers", (stripe) => stripe.customers.list(ONE)],
  ["Invoices", (stripe) => stripe.invoices.list(ONE)],
  ["Invoices", (stripe) => stripe.invoicePayments.list(ONE)],
  ["Invoice Items", (stripe) => stripe.invoiceItems.list(ONE)],
  ["Credit Notes", (stripe) => stripe.creditNotes.list(ONE)],
];

/**
 * The rights that a restricted key lacks. Whether it may write cannot be asked without writing: a right to write includes the one to read, so
 * that a key which may only read passes here.
 */
export async function findMissingRights(stripe: Stripe): Promise<string[]> {
  const lacks = await Promise.all(QUESTIONS.map(([, ask]) => isRefused(ask(stripe))));
  return [...new Set(QUESTIONS.filter((_, at) => lacks[at]).map(([right]) => right))];
}

async function isRefused(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return false;
  } catch (error) {
    if (isForbidden(error)) return true;
    throw error;
  }
}
