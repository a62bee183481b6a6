import type { Charge } from "../domain/fund/gift-truth";
import type { PayoutTruth } from "../domain/fund/payout-postings";
import type { Outcome } from "../domain/outcome";

/** `unavailable` may be tried again with the same words; `refused` will be refused again. */
export type PaymentFault = "unavailable" | "refused";

/** The secret key of a school's own account. */
export type AccountKey = string;

/** A gift as the donor pays for it. Nothing here may name a student: see `tests/security/fund-canary.test.ts`. */
export interface CheckoutWish {
  giftId: string;
  /** Told apart by this number: the first try to pay a gift, the second … */
  attempt: number;
  minor: number;
  currency: string;
  /** What the donor reads at Stripe. */
  title: string;
  donorMail: string | null;
  statementDescriptor: string;
  doneUrl: string;
  backUrl: string;
  language: string;
}

/** Everything Stripe holds about one gift. */
export interface GiftAtStripe {
  charges: Charge[];
  /** Ids of its payment intents, to know the gift by when an event names only these. */
  references: string[];
  /** Where the donor can still pay, or null. */
  payUrl: string | null;
}

/** What an event is about. The event's own copy of it is not read. */
export type EventSubject = { kind: "gift"; references: string[] } | { kind: "payout"; payout: string } | null;

export interface VerifiedEvent {
  id: string;
  type: string;
  live: boolean;
  subject: EventSubject;
}

/**
 * What the product asks of the payment provider. Every write carries an idempotency key made from the gift, so that asking
 * again after a lost answer does nothing twice.
 */
export interface Payments {
  checkKey(key: AccountKey): Promise<Outcome<null, PaymentFault>>;
  openCheckout(key: AccountKey, wish: CheckoutWish): Promise<Outcome<{ reference: string; url: string }, PaymentFault>>;
  readGift(key: AccountKey, references: readonly string[]): Promise<Outcome<GiftAtStripe, PaymentFault>>;
  readPayout(key: AccountKey, payout: string): Promise<Outcome<PayoutTruth & { currency: string }, PaymentFault>>;
  /** The id of the gift that a payment intent says it pays for, or null. */
  findGiftOf(key: AccountKey, paymentIntent: string): Promise<Outcome<string | null, PaymentFault>>;
  /** The event, if one of the secrets signed exactly these bytes within the last minutes. */
  readEvent(signed: {
    payload: string;
    signature: string;
    secrets: readonly string[];
    now: Date;
  }): VerifiedEvent | null;
}
