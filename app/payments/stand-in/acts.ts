import type { StandInObject, Store } from "./objects";

/** What somebody at the desk of the stand-in can let happen to one object. */
export const ACTS = [
  "pay_card",
  "pay_bank",
  "decline",
  "expire",
  "settle",
  "fail",
  "refund_half",
  "refund_all",
  "fail_refund",
  "dispute",
  "win",
  "lose",
  "fail_payout",
] as const;
export type Act = (typeof ACTS)[number];

const CARD_FEE = { share: 0.029, fixed: 30 };
const BANK_FEE = { share: 0.008, largest: 500 };
const RETURN_FEE = 400;
const DISPUTE_FEE = 1_500;

interface Payable extends StandInObject {
  amount: number;
  currency: string;
}

/** Lets something happen to an object, as it would at Stripe; an act that cannot happen now changes nothing. */
export function act(store: Store, account: string, id: string, what: Act): void {
  const object = store.get(account, id);
  const steps: Record<Act, () => void> = {
    pay_card: () => pay(store, account, object, "card"),
    pay_bank: () => pay(store, account, object, "us_bank_account"),
    decline: () => decline(store, account, object),
    expire: () => expire(store, account, object),
    settle: () => settle(store, account, object as Payable),
    fail: () => fail(store, account, object as Payable),
    refund_half: () => refund(store, account, object as Payable, 0.5),
    refund_all: () => refund(store, account, object as Payable, 1),
    fail_refund: () => failRefund(store, account, object as Payable),
    dispute: () => dispute(store, account, object as Payable),
    win: () => close(store, account, object as Payable, "won"),
    lose: () => close(store, account, object as Payable, "lost"),
    fail_payout: () => failPayout(store, account, object as Payable),
  };
  steps[what]();
}

function isOpen(object: StandInObject): boolean {
  return object.object === "checkout.session" && object.status === "open";
}

/** The intent of a session, which has none before the first try. */
function intentOf(store: Store, account: string, payable: StandInObject): StandInObject {
  const known = store.find(account, payable.payment_intent);
  if (known) return known;
  const amount = payable.amount_total;
  const data = payable.payment_intent_data as { metadata?: Record<string, string> } | undefined;
  const { currency } = payable;
  const intent = store.add(account, "pi", "payment_intent", {
    amount,
    currency,
    metadata: data?.metadata ?? {},
    status: "processing",
  });
  payable.payment_intent = intent.id;
  return intent;
}

function addCharge(store: Store, account: string, payable: StandInObject, fields: Record<string, unknown>): Payable {
  const intent = intentOf(store, account, payable);
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

function pay(store: Store, account: string, payable: StandInObject, method: "card" | "us_bank_account"): void {
  if (!isOpen(payable)) return;
  const charge = addCharge(store, account, payable, { status: "pending", method });
  Object.assign(payable, { status: "complete", url: null });
  if (method === "card") {
    settle(store, account, charge, "checkout.session.completed");
  } else {
    store.tell(account, "charge.pending", charge);
    store.tell(account, "checkout.session.completed", payable);
  }
}

function decline(store: Store, account: string, payable: StandInObject): void {
  if (!isOpen(payable)) return;
  store.tell(account, "charge.failed", addCharge(store, account, payable, { status: "failed", method: "card" }));
}

function expire(store: Store, account: string, session: StandInObject): void {
  if (!isOpen(session)) return;
  Object.assign(session, { status: "expired", url: null });
  store.tell(account, "checkout.session.expired", session);
}

function settle(
  store: Store,
  account: string,
  charge: Payable,
  told = "checkout.session.async_payment_succeeded",
): void {
  if (charge.object !== "charge" || charge.status !== "pending") return;
  const { amount, currency, id: source } = charge;
  const isCard = charge.method === "card";
  const fee = isCard
    ? Math.round(amount * CARD_FEE.share) + CARD_FEE.fixed
    : Math.min(BANK_FEE.largest, Math.round(amount * BANK_FEE.share));
  charge.status = "succeeded";
  charge.balance_transaction = store.addLine(account, {
    amount,
    fee,
    currency,
    type: isCard ? "charge" : "payment",
    source,
  });
  store.tell(account, "charge.succeeded", charge);
  const payable = store.get(account, charge.paid_by);
  payable.payment_status = "paid";
  store.tell(account, told, payable);
}

function fail(store: Store, account: string, charge: Payable): void {
  if (charge.object !== "charge" || charge.status === "failed") return;
  const left = remaining(store, account, charge);
  if (charge.status === "succeeded") {
    const line = { amount: -left, fee: RETURN_FEE, currency: charge.currency, type: "payment_failure_refund" };
    charge.failure_balance_transaction = store.addLine(account, { ...line, source: charge.id });
  }
  charge.status = "failed";
  store.tell(account, "charge.failed", charge);
  store.tell(account, "checkout.session.async_payment_failed", store.get(account, charge.paid_by));
}

/** What has come in through a charge and neither gone back nor been taken. */
function remaining(store: Store, account: string, charge: Payable): number {
  const given = store
    .list(account, "refund")
    .filter((each) => each.charge === charge.id && each.status === "succeeded");
  const taken = store.list(account, "dispute").filter((each) => each.charge === charge.id && each.status !== "won");
  return [...given, ...taken].reduce((left, each) => left - Number(each.amount), charge.amount);
}

function refund(store: Store, account: string, charge: Payable, share: number): void {
  const left = charge.object === "charge" && charge.status === "succeeded" ? remaining(store, account, charge) : 0;
  const amount = Math.floor(left * share);
  if (amount < 1) return;
  const { currency, payment_intent } = charge;
  const made = store.add(account, "re", "refund", {
    amount,
    currency,
    charge: charge.id,
    payment_intent,
    status: "succeeded",
  });
  made.balance_transaction = store.addLine(account, {
    amount: -amount,
    fee: 0,
    currency,
    type: "refund",
    source: made.id,
  });
  store.tell(account, "charge.refunded", charge);
}

function failRefund(store: Store, account: string, object: Payable): void {
  if (object.object !== "refund" || object.status !== "succeeded") return;
  const { amount, currency, id: source } = object;
  object.status = "failed";
  object.failure_balance_transaction = store.addLine(account, {
    amount,
    fee: 0,
    currency,
    type: "refund_failure",
    source,
  });
  store.tell(account, "refund.failed", object);
}

function dispute(store: Store, account: string, charge: Payable): void {
  const amount = charge.object === "charge" && charge.status === "succeeded" ? remaining(store, account, charge) : 0;
  if (amount < 1) return;
  const { currency, payment_intent } = charge;
  const fields = {
    amount,
    currency,
    charge: charge.id,
    payment_intent,
    status: "needs_response",
    reason: "fraudulent",
  };
  const made = store.add(account, "dp", "dispute", fields);
  const line = { amount: -amount, fee: DISPUTE_FEE, currency, type: "adjustment", source: made.id };
  made.balance_transactions = [store.addLine(account, line)];
  store.tell(account, "charge.dispute.created", made);
}

function close(store: Store, account: string, object: Payable, how: "won" | "lost"): void {
  if (object.object !== "dispute" || object.status !== "needs_response") return;
  const { amount, currency, id: source } = object;
  object.status = how;
  const back = { amount, fee: -DISPUTE_FEE, currency, type: "adjustment", source };
  if (how === "won") (object.balance_transactions as string[]).push(store.addLine(account, back));
  store.tell(account, "charge.dispute.closed", object);
}

/** Sends what is on the balance to the bank; answers the payout, or undefined when nothing is there. */
export function payOut(store: Store, account: string): StandInObject | undefined {
  const lines = store.list(account, "balance_transaction");
  const amount = lines.reduce((sum, line) => sum + Number(line.net), 0);
  const currency = String(lines[0]?.currency ?? "usd");
  if (amount < 1) return undefined;
  const payout = store.add(account, "po", "payout", { amount, currency, status: "paid", automatic: true });
  const line = { amount: -amount, fee: 0, currency, type: "payout", source: payout.id };
  payout.balance_transaction = store.addLine(account, line);
  store.tell(account, "payout.paid", payout);
  return payout;
}

function failPayout(store: Store, account: string, payout: Payable): void {
  if (payout.object !== "payout" || payout.status !== "paid") return;
  const { amount, currency, id: source } = payout;
  payout.status = "failed";
  payout.failure_balance_transaction = store.addLine(account, {
    amount,
    fee: 0,
    currency,
    type: "payout_failure",
    source,
  });
  store.tell(account, "payout.failed", payout);
}
