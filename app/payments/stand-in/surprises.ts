import type { StandInObject, Store } from "./objects";
import { type Payable, settle } from "./payables";

/** A payment that the school's account takes for something else, and that names no gift. */
export function payElsewhere(store: Store, account: string, amount: number): StandInObject {
  const intent = store.add(account, "pi", "payment_intent", {
    amount,
    currency: "usd",
    metadata: {},
    status: "succeeded",
  });
  const none = { balance_transaction: null, failure_balance_transaction: null, paid_by: null };
  const fields = {
    amount,
    currency: "usd",
    metadata: {},
    payment_intent: intent.id,
    status: "pending",
    method: "card",
  };
  const charge = store.add(account, "ch", "charge", { ...fields, ...none });
  settle(store, account, charge as Payable);
  return charge;
}

/** Stripe takes a fee of its own, which belongs to no payment. */
export function takeFee(store: Store, account: string, amount: number): string {
  return store.addLine(account, { amount: -amount, fee: 0, currency: "usd", type: "stripe_fee", source: "" });
}

/** A payout out of what the account holds in another currency. */
export function payOutForeign(store: Store, account: string, amount: number, currency: string): StandInObject {
  const payout = store.add(account, "po", "payout", {
    ...{ amount, currency, status: "paid", automatic: true },
    arrival_date: store.seconds(),
  });
  const line = { amount: -amount, fee: 0, currency, type: "payout", source: payout.id };
  payout.balance_transaction = store.addLine(account, line);
  store.tell(account, "payout.paid", payout);
  return payout;
}

/** Stripe corrects the fee of a charge, and tells nobody. */
export function correctFee(store: Store, account: string, charge: string, fee: number): void {
  const line = store.get(account, store.get(account, charge).balance_transaction);
  Object.assign(line, { fee, net: Number(line.amount) - fee });
}
