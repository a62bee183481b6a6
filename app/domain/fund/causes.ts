import type { NEEDED_EVENTS } from "./needed-events";

/** What somebody at the school or a donor did, as an entry keeps it. */
export type SchoolAct =
  | "pledge"
  | "checkout"
  | "invoice"
  | "void invoice"
  | "cheque"
  | "bounce"
  | "end promise"
  | "approve"
  | "decline"
  | "withdraw"
  | "disburse"
  | "cover"
  | "check"
  | "settle difference";

/** The name of an event at Stripe, such as `charge.refunded`; a webhook may be set to send more of them than are needed. */
export type EventName = `${string}.${string}`;

/** What an entry of the ledger follows from: an act, or an event at Stripe. */
export type Cause = SchoolAct | EventName;

type KnownCause = SchoolAct | (typeof NEEDED_EVENTS)[number];

/** The word for each cause, in the words of `fund:cause`. A cause without one does not compile. */
const WORDS = {
  pledge: "pledged",
  checkout: "began",
  invoice: "invoiced",
  "void invoice": "invoice_void",
  cheque: "cheque",
  bounce: "bounced",
  "end promise": "promise_ended",
  approve: "approved",
  decline: "declined",
  withdraw: "withdrawn",
  disburse: "disbursed",
  cover: "covered",
  check: "compared",
  "settle difference": "explained",
  "charge.dispute.closed": "dispute_ended",
  "charge.dispute.created": "dispute",
  "charge.dispute.funds_reinstated": "dispute_back",
  "charge.dispute.funds_withdrawn": "dispute",
  "charge.failed": "payment_failed",
  "charge.pending": "payment_began",
  "charge.refunded": "refund",
  "charge.succeeded": "payment",
  "charge.updated": "payment",
  "checkout.session.async_payment_failed": "payment_failed",
  "checkout.session.async_payment_succeeded": "payment",
  "checkout.session.completed": "payment_began",
  "checkout.session.expired": "checkout_ended",
  "credit_note.created": "credit",
  "credit_note.voided": "credit_void",
  "invoice.finalized": "invoiced",
  "invoice.marked_uncollectible": "given_up",
  "invoice.overdue": "overdue",
  "invoice.paid": "invoice_paid",
  "invoice.payment_failed": "payment_failed",
  "invoice.sent": "invoiced",
  "invoice.voided": "invoice_void",
  "invoice_payment.paid": "invoice_paid",
  "payout.canceled": "payout_failed",
  "payout.created": "payout",
  "payout.failed": "payout_failed",
  "payout.paid": "payout",
  "payout.updated": "payout",
  "refund.created": "refund",
  "refund.failed": "refund_failed",
  "refund.updated": "refund",
} as const satisfies Record<KnownCause, string>;

export type CauseWord = (typeof WORDS)[KnownCause] | "unknown";

/** The word for what an entry follows from, in whichever way it was stored; events nobody has a word for share one. */
export function causeWord(cause: string): CauseWord {
  return Object.hasOwn(WORDS, cause) ? WORDS[cause as KnownCause] : "unknown";
}
