/**
 * The word for each kind of line on Stripe's balance that a school may see in its comparison
 * (https://docs.stripe.com/reports/balance-transaction-types), in the words of `fund:line`.
 */
const WORDS = {
  charge: "payment",
  payment: "payment",
  refund: "refund",
  payment_refund: "refund",
  payment_failure_refund: "refund",
  refund_failure: "refund_failed",
  payment_reversal: "refund",
  adjustment: "adjustment",
  stripe_fee: "fee",
  stripe_fx_fee: "fee",
  tax_fee: "fee",
  payout: "payout",
  payout_cancel: "payout",
  payout_failure: "payout",
} as const;

export type LineWord = (typeof WORDS)[keyof typeof WORDS] | "other";

/** The word for a kind of line; kinds nobody has a word for share one. */
export function lineWord(kind: string): LineWord {
  return Object.hasOwn(WORDS, kind) ? WORDS[kind as keyof typeof WORDS] : "other";
}
