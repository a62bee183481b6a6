import Stripe from "stripe";

/** The account has no such object: it never had it, or the draft of an invoice was deleted there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === "resource_missing";
}
