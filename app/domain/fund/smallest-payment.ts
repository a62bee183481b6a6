import type { Currency } from "./money";

/**
 * The least that Stripe takes in one payment, in minor units (docs.stripe.com/currencies, "Minimum charge amount by currency"). An account
 * that settles in another currency has to reach the least of that one: there Stripe says no to some amounts from here on, too.
 */
const SMALLEST_PAYMENT: Readonly<Record<Currency, number>> = {
  usd: 50,
  cad: 50,
  mxn: 10_00,
  eur: 50,
  gbp: 30,
  aud: 50,
  nzd: 50,
  jpy: 50,
  krw: 50,
};

/** The least that can be paid at Stripe at once. */
export function smallestPayment(currency: Currency): number {
  return SMALLEST_PAYMENT[currency];
}

/** Something is left to be paid, and too little to be paid at Stripe. */
export function isTooLittleToPay(minor: number, currency: Currency): boolean {
  return minor > 0 && minor < smallestPayment(currency);
}
