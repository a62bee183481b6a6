import { isTooSmall } from "./limits";
import type { StandInObject, Store } from "./objects";

const CARD_FEE = { share: 0.029, fixed: 30 };
const BANK_FEE = { share: 0.008, largest: 500 };
const RETURN_FEE = 400;

export interface Payable extends StandInObject {
  amount: number;
  currency: string;
}

/** A checkout or an invoice that can be paid now. */
function isOpen(store: Store, account: string, payable: StandInObject): boolean {
  const isUnpaid = payable.status === "open" || payable.status === "uncollectible";
  const isKnown = payable.object === "checkout.session" || payable.object === "invoice";
  const underWay = store
    .list(account, "charge")
    .some((each) => each.paid_by === payable.id && each.status === "pending");
  return isKnown && isUnpaid && !underWay;
}

/** What a checkout or an invoice still asks for. */
function dueOf(payable: StandInObject): number {
  return Number(payable.amount_total ?? payable.amount_remaining);
}

/** The intent of a checkout or an invoice, which has none before the first try. An invoice's says nothing of the invoice. */
function intentOf(store: Store, account: string, payable: StandInObject): StandInObject {
  const { currency } = payable;
  const amount = dueOf(payable);
  const known = store.find(account, payable.payment_intent ?? payable.intent);
  if (known) return Object.assign(known, { amount });
  const data = payable.payment_intent_data as { metadata?: Record<string, string> } | undefined;
  const metadata = data?.metadata ?? {};
  const intent = store.add(account, "pi", "payment_intent", { amount, currency, metadata, status: "processing" });
  if (payable.object === "invoice") {
    payable.intent = intent.id;
    attach(store, account, payable, intent);
  } else payable.payment_intent = intent.id;
  return intent;
}

/** An invoice is paid by as many intents as are attached to it (docs.stripe.com/api/invoices/attach_payment). */
function attach(store: Store, account: string, invoice: StandInObject, intent: StandInObject): void {
  const payment = { type: "payment_intent", payment_intent: intent.id };
  const { currency, amount: amount_requested } = intent;
  const fields = { invoice: invoice.id, payment, amount_requested, amount_paid: null, status: "open", currency };
  store.add(account, "inpay", "invoice_payment", fields);
}

interface NewCharge {
  intent?: StandInObject;
  status: "pending" | "failed";
  method: "card" | "us_bank_account";
}

function addCharge(store: Store, account: string, payable: StandInObject, charged: NewCharge): Payable {
  const { intent = intentOf(store, account, payable), ...fields } = charged;
  const { amount, currency, metadata } = intent;
  const none = { balance_transaction: null, failure_balance_transaction: null, paid_by: payable.id };
  const charge = store.add(account, "ch", "charge", {
    amount,
    currency,
    metadata,
    payment_intent: intent.id,
    ...none,
    ...fields,
  });
  return charge as Payable;
}

export function pay(
  store: Store,
  account: string,
  payable: StandInObject,
  method: "card" | "us_bank_account",
  when: "now" | "later" = "now",
): void {
  if (!isOpen(store, account, payable) || isTooSmall(dueOf(payable), payable.currency)) return;
  const isCheckout = payable.object === "checkout.session";
  const charge = addCharge(store, account, payable, { status: "pending", method });
  if (isCheckout) Object.assign(payable, { status: "complete", url: null });
  if (method === "card") {
    settle(store, account, charge, isCheckout ? "checkout.session.completed" : undefined, when);
  } else {
    store.tell(account, "charge.pending", charge);
    if (isCheckout) store.tell(account, "checkout.session.completed", payable);
  }
}

/** A card pays a half of what an invoice still asks for, by an intent of its own (docs.stripe.com/invoicing/partial-payments). */
export function payHalf(store: Store, account: string, invoice: StandInObject): void {
  const amount = Math.floor(Number(invoice.amount_remaining) / 2);
  if (
    invoice.object !== "invoice" ||
    !isOpen(store, account, invoice) ||
    isTooSmall(amount, invoice.currency) ||
    amount < 1
  )
    return;
  const { currency } = invoice;
  const fields = { amount, currency, metadata: {}, status: "processing" };
  const intent = store.add(account, "pi", "payment_intent", fields);
  attach(store, account, invoice, intent);
  settle(store, account, addCharge(store, account, invoice, { intent, status: "pending", method: "card" }));
}

export function decline(store: Store, account: string, payable: StandInObject): void {
  if (!isOpen(store, account, payable)) return;
  store.tell(account, "charge.failed", addCharge(store, account, payable, { status: "failed", method: "card" }));
  if (payable.object === "invoice") store.tell(account, "invoice.payment_failed", payable);
}

export function expire(store: Store, account: string, session: StandInObject): void {
  if (session.object !== "checkout.session" || !isOpen(store, account, session)) return;
  Object.assign(session, { status: "expired", url: null });
  store.tell(account, "checkout.session.expired", session);
}

export function settle(
  store: Store,
  account: string,
  charge: Payable,
  told = "checkout.session.async_payment_succeeded",
  when: "now" | "later" = "now",
): void {
  if (charge.object !== "charge" || charge.status !== "pending") return;
  charge.status = "succeeded";
  if (when === "now") addChargeLine(store, account, charge);
  store.tell(account, "charge.succeeded", charge);
  const payable = store.find(account, charge.paid_by);
  if (payable?.object === "invoice") creditPayment(store, account, payable, charge);
  else if (payable) {
    payable.payment_status = "paid";
    store.tell(account, told, payable);
  }
}

/** What came lowers what an invoice still asks for; it is paid once nothing is left. */
function creditPayment(store: Store, account: string, invoice: StandInObject, charge: Payable): void {
  const left = Math.max(0, Number(invoice.amount_remaining) - charge.amount);
  const amount_paid = Number(invoice.amount_paid) + charge.amount;
  Object.assign(invoice, { amount_paid, amount_remaining: left, ...(left === 0 && { status: "paid" }) });
  const payment = store
    .list(account, "invoice_payment")
    .find((each) => (each.payment as { payment_intent: string }).payment_intent === charge.payment_intent);
  if (payment) {
    Object.assign(payment, { status: "paid", amount_paid: charge.amount });
    store.tell(account, "invoice_payment.paid", payment);
  }
  if (left === 0) store.tell(account, "invoice.paid", invoice);
}

/**
 * The line of a charge that had succeeded before it stood on the balance, as with Stripe's own default of capturing. It comes
 * before anything is taken back.
 */
export function bookLine(store: Store, account: string, charge: Payable): void {
  if (charge.object !== "charge" || charge.status !== "succeeded" || charge.balance_transaction) return;
  addChargeLine(store, account, charge);
  store.tell(account, "charge.updated", charge);
}

function addChargeLine(store: Store, account: string, charge: Payable): void {
  const { amount, currency, id: source } = charge;
  const isCard = charge.method === "card";
  const fee = isCard
    ? Math.round(amount * CARD_FEE.share) + CARD_FEE.fixed
    : Math.min(BANK_FEE.largest, Math.round(amount * BANK_FEE.share));
  const type = isCard ? "charge" : "payment";
  charge.balance_transaction = store.addLine(account, { amount, fee, currency, type, source });
}

export function fail(store: Store, account: string, charge: Payable): void {
  if (charge.object !== "charge" || charge.status === "failed") return;
  const left = remaining(store, account, charge);
  bookLine(store, account, charge);
  if (charge.status === "succeeded") {
    const line = { amount: -left, fee: RETURN_FEE, currency: charge.currency, type: "payment_failure_refund" };
    charge.failure_balance_transaction = store.addLine(account, { ...line, source: charge.id });
  }
  charge.status = "failed";
  store.tell(account, "charge.failed", charge);
  const payable = store.find(account, charge.paid_by);
  const told = payable?.object === "invoice" ? "invoice.payment_failed" : "checkout.session.async_payment_failed";
  if (payable) store.tell(account, told, payable);
}

/** What has come in through a charge and neither gone back nor been taken. */
export function remaining(store: Store, account: string, charge: Payable): number {
  const given = store
    .list(account, "refund")
    .filter((each) => each.charge === charge.id && each.status === "succeeded");
  const taken = store.list(account, "dispute").filter((each) => each.charge === charge.id && each.status !== "won");
  return [...given, ...taken].reduce((left, each) => left - Number(each.amount), charge.amount);
}
