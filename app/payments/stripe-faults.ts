import Stripe from "stripe";
import type { PaymentFault } from "../domain/fund/stripe-refusal";

/** The account has no such object: it never had it, or the draft of an invoice was deleted there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === "resource_missing";
}

/** A restricted key may not do this. */
export function isForbidden(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.statusCode === 403;
}

/** Stripe said this before, to a request with the same key, and does not look again (docs.stripe.com/error-low-level). */
export function isReplayed(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.headers?.["idempotent-replayed"] === "true";
}

/** What Stripe refuses by a word of its own (docs.stripe.com/error-codes). */
const FAULTS: Readonly<Record<string, PaymentFault>> = {
  resource_missing: "missing",
  amount_too_small: "too_little_to_pay",
  email_invalid: "mail_refused",
};

/** What an answer of Stripe's that is no success means. */
export function faultOf({ code, statusCode: status }: InstanceType<typeof Stripe.errors.StripeError>): PaymentFault {
  // 409: another request with the same key is still being answered.
  if (status === undefined || status === 409 || status === 429 || status >= 500) return "unavailable";
  if (status === 401 || status === 403) return "key_unfit";
  return FAULTS[code ?? ""] ?? "refused";
}
