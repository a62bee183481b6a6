import type { EventName } from "../domain/fund/causes";
import type { Charge, Invoice } from "../domain/fund/gift-truth";
import type { PayoutTruth } from "../domain/fund/payout-postings";
import type { PaymentFault } from "../domain/fund/stripe-refusal";
import type { Outcome } from "../domain/outcome";

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

/** A gift for which the donor is sent an invoice. */
export interface InvoiceWish {
  giftId: string;
  /** Told apart by this number, as tries to pay are. */
  attempt: number;
  minor: number;
  currency: string;
  title: string;
  donorName: string;
  donorMail: string;
  /** The number of the donor's purchase order, or "". */
  purchaseOrder: string;
  /** What stands before that number, in the language of the invoice; Stripe takes 40 characters. */
  purchaseOrderLabel: string;
  statementDescriptor: string;
  daysUntilDue: number;
  language: string;
}

/** Something at Stripe that is written to for a gift. */
export interface OfGift {
  giftId: string;
  reference: string;
}

/** A note by which an open invoice asks for less. */
export type CreditWish = OfGift & {
  minor: number;
  /** Told apart by this number, as tries to pay are: one more than were made so far. */
  attempt: number;
};

/** How many notes were made for an invoice so far, and which were not taken back, the newest first. */
export interface CreditNotes {
  made: number;
  standing: { reference: string; minor: number }[];
}

/** Everything Stripe holds about one gift. */
export interface GiftAtStripe {
  charges: Charge[];
  invoices: Invoice[];
  /** Checkouts in which somebody could still pay. */
  openCheckouts: string[];
  /** Ids of its payment intents, to know the gift by when an event names only these. */
  references: string[];
  /** Where the donor can still pay, or null. */
  payUrl: string | null;
}

/** A payout, with the civil day of its line at the bank. */
export type PayoutAtStripe = PayoutTruth & { currency: string; arrivesOn: string };

/** What an event is about. The event's own copy of it is not read. */
export type EventSubject = { kind: "gift"; references: string[] } | { kind: "payout"; payout: string } | null;

export interface VerifiedEvent {
  id: string;
  type: EventName;
  live: boolean;
  subject: EventSubject;
}

/** One line of the account's balance: what it added or took before fees (signed), and the fee. */
export interface BalanceEntry {
  id: string;
  /** In Stripe's word: `charge`, `refund`, `adjustment`, `stripe_fee` … */
  type: string;
  minor: number;
  feeMinor: number;
  currency: string;
  subject: EventSubject;
}

/**
 * What the product asks of the payment provider. Every write carries an idempotency key made from the gift, so that asking
 * again after a lost answer does nothing twice; after an answer that the provider broke down, it looks first.
 */
export interface Payments {
  /** Tries what can be asked without changing anything, and answers the rights that a restricted key lacks for it, in Stripe's words. */
  findMissingRights(key: AccountKey): Promise<Outcome<string[], PaymentFault>>;
  /** How Stripe names the account of a key. A restricted key needs to read accounts for it (`rak_accounts_kyc_basic_read`). */
  nameAccount(key: AccountKey): Promise<Outcome<string, PaymentFault>>;
  openCheckout(key: AccountKey, wish: CheckoutWish): Promise<Outcome<{ reference: string; url: string }, PaymentFault>>;
  readGift(key: AccountKey, references: readonly string[]): Promise<Outcome<GiftAtStripe, PaymentFault>>;
  readPayout(key: AccountKey, payout: string): Promise<Outcome<PayoutAtStripe, PaymentFault>>;
  /** Every line of the balance since a moment, the newest first. */
  listBalance(key: AccountKey, of: { since: Date }): Promise<Outcome<BalanceEntry[], PaymentFault>>;
  /** All that lies in the account in one currency, what is still on its way there included; minor units. */
  readTotal(key: AccountKey, of: { currency: string }): Promise<Outcome<number, PaymentFault>>;
  /** Ends a checkout, so that nobody pays there any more. */
  closeCheckout(key: AccountKey, of: OfGift): Promise<Outcome<null, PaymentFault>>;
  /** Writes a draft of an invoice, which asks nobody for anything yet. */
  draftInvoice(key: AccountKey, wish: InvoiceWish): Promise<Outcome<{ reference: string }, PaymentFault>>;
  /** Takes a draft away that asked nobody for anything; one that is gone is no fault. */
  deleteDraft(key: AccountKey, of: OfGift): Promise<Outcome<null, PaymentFault>>;
  /** Makes a draft final, if it is not yet, and lets Stripe mail it. */
  issueInvoice(key: AccountKey, of: OfGift): Promise<Outcome<null, PaymentFault>>;
  /** The invoice was paid in another way, by check most of the time. */
  markInvoicePaid(key: AccountKey, of: OfGift): Promise<Outcome<null, PaymentFault>>;
  /** The notes that lower an invoice: one whose answer was lost is among them. */
  listCredits(key: AccountKey, of: OfGift): Promise<Outcome<CreditNotes, PaymentFault>>;
  /** A part of an open invoice was paid in another way: by a note it asks for the rest from now on. */
  creditInvoice(key: AccountKey, wish: CreditWish): Promise<Outcome<{ reference: string }, PaymentFault>>;
  /** Takes such a note back, so that the invoice asks for all again; refused once the invoice is no longer open. */
  voidCredit(key: AccountKey, of: OfGift): Promise<Outcome<null, PaymentFault>>;
  voidInvoice(key: AccountKey, of: OfGift): Promise<Outcome<null, PaymentFault>>;
  /** The gift that a payment intent or an invoice says it is for, with the ids it goes by; null when it names none. */
  findGiftOf(
    key: AccountKey,
    reference: string,
  ): Promise<Outcome<{ giftId: string; references: string[] } | null, PaymentFault>>;
  /** The event, if one of the secrets signed exactly these bytes within the last minutes. */
  readEvent(signed: {
    payload: string;
    signature: string;
    secrets: readonly string[];
    now: Date;
  }): VerifiedEvent | null;
}
