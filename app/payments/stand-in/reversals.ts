import type { StandInObject, Store } from "./objects";
import { bookLine, type Payable, remaining } from "./payables";

const DISPUTE_FEE = 1_500;

export function refund(store: Store, account: string, charge: Payable, share: number): void {
  bookLine(store, account, charge);
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

export function failRefund(store: Store, account: string, object: Payable): void {
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

export function dispute(store: Store, account: string, charge: Payable): void {
  bookLine(store, account, charge);
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

export function close(store: Store, account: string, object: Payable, how: "won" | "lost"): void {
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
  for (const line of lines) line.status = "available";
  const payout = store.add(account, "po", "payout", {
    ...{ amount, currency, status: "paid", automatic: true },
    arrival_date: store.seconds(),
  });
  const line = { amount: -amount, fee: 0, currency, type: "payout", source: payout.id };
  payout.balance_transaction = store.addLine(account, line);
  store.tell(account, "payout.paid", payout);
  return payout;
}

export function failPayout(store: Store, account: string, payout: Payable): void {
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
