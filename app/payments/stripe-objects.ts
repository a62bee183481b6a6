import type Stripe from "stripe";
import type { BalanceLine, Charge, Invoice } from "../domain/fund/gift-truth";
import type { EventSubject, PayoutAtStripe } from "./port";

type Expanded = string | Stripe.BalanceTransaction | null | undefined;

interface OfCharge {
  refunds: readonly Stripe.Refund[];
  disputes: readonly Stripe.Dispute[];
  paidInvoice: string | null;
}

/** A charge with its refunds and disputes as the ledger reads them: the lines that Stripe's own balance has. */
export function chargeOf(charge: Stripe.Charge, { refunds, disputes, paidInvoice }: OfCharge): Charge {
  return {
    id: charge.id,
    status: charge.balance_transaction ? statusOf(charge.status) : withoutLine(charge.status),
    minor: charge.amount,
    paidInvoice,
    lines: [
      ...linesOf("charge", charge.balance_transaction),
      ...linesOf("failure", charge.failure_balance_transaction),
      ...refunds.flatMap((refund) => linesOf("refund", refund.balance_transaction)),
      ...refunds.flatMap((refund) => linesOf("refund_failure", refund.failure_balance_transaction)),
      ...disputes.flatMap((dispute) => dispute.balance_transactions.flatMap((line) => linesOf("dispute", line))),
    ],
    disputes: disputes.flatMap(({ status }) => disputeWord(status)),
  };
}

const INVOICE_STATUSES: readonly Invoice["status"][] = ["draft", "open", "paid", "void", "uncollectible"];

/** A payout as the ledger reads it, with what its lines did to Stripe's balance. */
export function payoutOf(payout: Stripe.Payout): PayoutAtStripe {
  const { amount: minor, currency, status } = payout;
  const lines = [payout.balance_transaction, payout.failure_balance_transaction].flatMap((line) => {
    if (typeof line === "string") throw new Error("a payout came without its balance transaction");
    return line ? [line] : [];
  });
  return {
    ...{ minor, currency },
    // Stripe gives the day at the bank as its midnight in UTC.
    arrivesOn: new Date(payout.arrival_date * 1_000).toISOString().slice(0, 10),
    status: status === "paid" ? "paid" : status === "failed" || status === "canceled" ? "failed" : "under_way",
    stripeMinor: lines.reduce((sum, { amount }) => sum + amount, 0),
    feeMinor: lines.reduce((sum, { fee }) => sum + fee, 0),
  };
}

/** An invoice as the ledger reads it; one whose status is not known asks for nothing. */
export function invoiceOf({ id, status, amount_remaining: remainingMinor }: Stripe.Invoice): Invoice {
  return { id, status: INVOICE_STATUSES.find((word) => word === status) ?? "draft", remainingMinor };
}

/** A status that this version of the interface does not know counts like one under way: nothing is credited for it. */
function statusOf(status: string): Charge["status"] {
  return status === "succeeded" || status === "failed" ? status : "pending";
}

/** Stripe captures in its own time: a charge has succeeded before its line is on the balance, and `charge.updated` brings it. */
function withoutLine(status: string): Charge["status"] {
  return status === "failed" ? "failed" : "pending";
}

/** Refunds and disputes of one charge. */
export function isOf(charge: Stripe.Charge) {
  return (other: Stripe.Refund | Stripe.Dispute) => idOf(other.charge) === charge.id;
}

/** Inquiries (`warning_…`) and prevented disputes move no money. */
function disputeWord(status: string): Charge["disputes"] {
  if (status.startsWith("warning_") || status === "prevented") return [];
  return [status === "won" || status === "lost" ? status : "open"];
}

function linesOf(kind: BalanceLine["kind"], line: Expanded): BalanceLine[] {
  if (!line) return [];
  if (typeof line === "string") throw new Error(`a ${kind} came without its balance transaction`);
  return [
    { id: line.id, kind, minor: line.amount, feeMinor: line.fee, currency: line.currency, madeAtSeconds: line.created },
  ];
}

/** What an event is about, by the ids that its object carries; null for everything that moves no money of a fund. */
export function subjectOf(object: {
  object?: string;
  id?: string;
  payment_intent?: unknown;
  invoice?: unknown;
}): EventSubject {
  const named = (...ids: (string | null)[]): EventSubject => {
    const references = ids.filter((id) => id !== null);
    return references.length > 0 ? { kind: "gift", references } : null;
  };
  const own = object.id ?? null;
  const intent = idOf(object.payment_intent as string | { id: string } | null);
  switch (object.object) {
    case "checkout.session":
      return named(own, intent);
    case "payment_intent":
    case "invoice":
      return named(own);
    case "invoice_payment":
    case "credit_note":
      return named(idOf(object.invoice as string | { id: string } | null));
    case "charge":
    case "refund":
    case "dispute":
      return named(intent);
    case "payout":
      return own === null ? null : { kind: "payout", payout: own };
    default:
      return null;
  }
}

/** The id of something that came expanded or not. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  if (!reference) return null;
  return typeof reference === "string" ? reference : reference.id;
}
