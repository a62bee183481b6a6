import { endInvoice, passDue } from "./invoices";
import type { Store } from "./objects";
import { bookLine, decline, expire, fail, type Payable, pay, payHalf, settle } from "./payables";
import { close, dispute, failPayout, failRefund, refund } from "./reversals";

/** What somebody at the desk of the stand-in can let happen to one object. */
export const ACTS = [
  "pay_card",
  "pay_card_later",
  "book_line",
  "pay_bank",
  "pay_half",
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
  "overdue",
  "give_up",
  "void",
  "mark_paid",
] as const;
export type Act = (typeof ACTS)[number];

/** Lets something happen to an object, as it would at Stripe; an act that cannot happen now changes nothing. */
export function act(store: Store, account: string, id: string, what: Act): void {
  const object = store.get(account, id);
  const steps: Record<Act, () => void> = {
    pay_card: () => pay(store, account, object, "card"),
    pay_card_later: () => pay(store, account, object, "card", "later"),
    book_line: () => bookLine(store, account, object as Payable),
    pay_bank: () => pay(store, account, object, "us_bank_account"),
    pay_half: () => payHalf(store, account, object),
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
    overdue: () => passDue(store, account, object),
    give_up: () => endInvoice(store, account, object, "uncollectible"),
    void: () => endInvoice(store, account, object, "void"),
    mark_paid: () => endInvoice(store, account, object, "paid"),
  };
  steps[what]();
}
