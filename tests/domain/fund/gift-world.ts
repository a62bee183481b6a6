import type Stripe from "stripe";
import type { GiftTruth } from "~/domain/fund/gift-truth";
import type { NEEDED_EVENTS } from "~/domain/fund/needed-events";
import { type Act, act } from "~/payments/stand-in/acts";
import { INVOICE_WRITES } from "~/payments/stand-in/invoices";
import { type StandInEvent, type StandInObject, Store } from "~/payments/stand-in/objects";
import { ApiError } from "~/payments/stand-in/parameters";
import { payOut } from "~/payments/stand-in/reversals";
import { payElsewhere, takeFee } from "~/payments/stand-in/surprises";
import { chargeOf, invoiceOf, isOf, payoutOf } from "~/payments/stripe-objects";

const ACCOUNT = "sk_test_histories";
const ORIGIN = "http://stand-in.invalid";
export const GIFTS = [0, 1] as const;
export const PROMISED = [20_000, 0] as const;
export const INVOICED = 8_000;

/** The account of a school at the stand-in, without a network: its objects, its events, and what the ledger reads of them. */
export class GiftWorld {
  private readonly store = new Store(() => new Date("2026-10-15T12:00:00Z"));
  private readonly checkouts = GIFTS.map((gift) => this.openCheckout(gift));
  private readonly invoices = GIFTS.map((gift) => this.sendInvoice(gift));
  private readonly promised: number[] = [...PROMISED];
  private readonly cheques: number[] = GIFTS.map(() => 0);

  get events(): readonly StandInEvent[] {
    return this.store.events;
  }

  /** Everything that something can happen to. */
  private pick(pick: number, kinds: readonly string[]): StandInObject | undefined {
    const all = kinds.flatMap((kind) => this.store.list(ACCOUNT, kind));
    return all[pick % Math.max(1, all.length)];
  }

  act(what: Act, pick: number): void {
    const kinds = ["checkout.session", "invoice", "charge", "refund", "dispute", "payout"];
    const object = this.pick(pick, kinds);
    if (object) act(this.store, ACCOUNT, object.id, what);
  }

  /** Stripe sends what is there to the bank, for a fee; it is on its way until it arrives. */
  payOut(feeMinor: number): void {
    const payout = payOut(this.store, ACCOUNT);
    if (!payout) return;
    payout.status = "in_transit";
    const line = this.store.get(ACCOUNT, payout.balance_transaction);
    Object.assign(line, { fee: feeMinor, net: Number(line.amount) - feeMinor });
  }

  arrive(pick: number): void {
    const payout = this.pick(pick, ["payout"]);
    if (payout?.status !== "in_transit") return;
    payout.status = "paid";
    this.store.tell(ACCOUNT, "payout.paid", payout);
  }

  /** The account takes money for something else, or Stripe takes a fee of its own. */
  surprise(how: "pay_elsewhere" | "take_fee"): void {
    if (how === "take_fee") takeFee(this.store, ACCOUNT, 250);
    else payElsewhere(this.store, ACCOUNT, 1_200);
  }

  /** Lines of the balance that no gift and no payout explains. */
  strange(): string[] {
    const ours = GIFTS.flatMap((gift) => this.truthOf(gift).charges.flatMap(({ lines }) => lines.map(({ id }) => id)));
    const lines = this.store.list(ACCOUNT, "balance_transaction");
    return lines.filter(({ id, type }) => !String(type).startsWith("payout") && !ours.includes(id)).map(({ id }) => id);
  }

  /** What a line did to the balance. */
  netOf(line: string): number {
    return Number(this.store.get(ACCOUNT, line).net);
  }

  cheque(gift: number, minor: number): void {
    this.cheques[gift] = minor;
  }

  endPromise(gift: number): void {
    this.promised[gift] = 0;
  }

  /** A note lowers an open invoice, or is taken back. What Stripe would refuse changes nothing. */
  credit(how: "lower" | "take_back", pick: number): void {
    const object = this.pick(pick, [how === "lower" ? "invoice" : "credit_note"]);
    if (!object) return;
    const parameters = { invoice: object.id, amount: "3000" };
    const write = how === "lower" ? "credit_notes" : "credit_notes/void";
    try {
      INVOICE_WRITES[write]?.(this.store, ACCOUNT, { id: object.id, parameters, origin: ORIGIN });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** Any event that a webhook is set up for may be told of any object of its kind, at any time. */
  tell(type: (typeof NEEDED_EVENTS)[number], pick: number): void {
    const object = this.pick(pick, [kindOf(type)]);
    if (object) this.store.tell(ACCOUNT, type, object);
  }

  /** The gift behind ids that an event names, found as the product finds it: by what an intent says, or the invoice it pays. */
  giftOf(references: readonly string[]): number | undefined {
    for (const id of references) {
      const at = [this.checkouts, this.invoices].flatMap((each) => each.indexOf(id)).find((found) => found >= 0);
      if (at !== undefined) return at;
      const own = (this.store.find(ACCOUNT, id)?.metadata as { gift?: string } | undefined)?.gift;
      if (own !== undefined) return Number(own);
      const paid = this.store
        .list(ACCOUNT, "invoice_payment")
        .find(({ payment }) => (payment as { payment_intent: string }).payment_intent === id);
      if (paid) return this.giftOf([String(paid.invoice)]);
    }
    return undefined;
  }

  truthOf(gift: number): GiftTruth {
    const paidBy = [this.checkouts[gift], this.invoices[gift]];
    const charges = this.of<Stripe.Charge>("charge").filter((each) =>
      paidBy.includes(String((each as unknown as StandInObject).paid_by)),
    );
    const [refunds, disputes] = [this.of<Stripe.Refund>("refund"), this.of<Stripe.Dispute>("dispute")];
    const invoice = this.store.get(ACCOUNT, this.invoices[gift]) as unknown as Stripe.Invoice;
    return {
      currency: "usd",
      promisedMinor: this.promised[gift] ?? 0,
      charges: charges.map((each) =>
        chargeOf(each, {
          ...{ refunds: refunds.filter(isOf(each)), disputes: disputes.filter(isOf(each)) },
          paidInvoice: this.paidInvoiceOf(each),
        }),
      ),
      invoices: [invoiceOf(invoice)],
      chequeMinor: this.cheques[gift] ?? 0,
    };
  }

  /** The invoice whose payment by this charge's intent Stripe counts as paid. */
  private paidInvoiceOf({ payment_intent }: Stripe.Charge): string | null {
    const payments = this.store.list(ACCOUNT, "invoice_payment").filter(({ status }) => status === "paid");
    const own = payments.find(
      ({ payment }) => (payment as { payment_intent: unknown }).payment_intent === payment_intent,
    );
    return own ? String(own.invoice) : null;
  }

  /** The payment of an invoice that reads paid has failed since. */
  hasFailedAfterPaid(gift: number): boolean {
    const { invoices, charges } = this.truthOf(gift);
    return invoices.some(
      ({ id, status }) =>
        status === "paid" && charges.some((each) => each.paidInvoice === id && each.status === "failed"),
    );
  }

  payouts() {
    return this.of<Stripe.Payout>("payout").map((payout) => ({ id: payout.id, truth: payoutOf(payout) }));
  }

  /** What Stripe itself says is on the account. */
  balance(): number {
    return this.store.list(ACCOUNT, "balance_transaction").reduce((sum, { net }) => sum + Number(net), 0);
  }

  private of<Kind>(object: string): Kind[] {
    const line = (id: unknown) => this.store.find(ACCOUNT, id) ?? null;
    return this.store.list(ACCOUNT, object).map((each) => ({
      ...each,
      balance_transaction: line(each.balance_transaction),
      failure_balance_transaction: line(each.failure_balance_transaction),
      ...(object === "dispute" && { balance_transactions: (each.balance_transactions as string[]).map(line) }),
    })) as Kind[];
  }

  private openCheckout(gift: number): string {
    return this.store.add(ACCOUNT, "cs", "checkout.session", {
      ...{ amount_total: 10_000, currency: "usd", status: "open", payment_intent: null },
      payment_intent_data: { metadata: { gift: String(gift) } },
    }).id;
  }

  private sendInvoice(gift: number): string {
    const write = (name: string, id: string, parameters: Record<string, string>) =>
      INVOICE_WRITES[name]?.(this.store, ACCOUNT, { id, parameters, origin: ORIGIN })?.id ?? "";
    const invoice = write("invoices", "", { currency: "usd", days_until_due: "30", description: String(gift) });
    write("invoiceitems", "", { invoice, amount: `${INVOICED}` });
    write("invoices/finalize", invoice, {});
    write("invoices/send", invoice, {});
    return invoice;
  }
}

function kindOf(type: (typeof NEEDED_EVENTS)[number]): string {
  if (type.startsWith("charge.dispute.")) return "dispute";
  const [first = "", second] = type.split(".");
  return first === "checkout" ? `checkout.${second}` : first;
}
