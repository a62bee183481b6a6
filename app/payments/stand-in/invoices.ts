import { checkMail, isTooSmall } from "./limits";
import type { StandInObject, Store } from "./objects";
import { ApiError, type Parameters } from "./parameters";

export interface InvoiceWrite {
  /** The object that is written to, or "" when it is made. */
  id: string;
  parameters: Parameters;
  origin: string;
}

/** The writes of Stripe Invoicing that the product uses, by the name under which their parameters are published. */
export const INVOICE_WRITES: Record<string, (store: Store, account: string, write: InvoiceWrite) => StandInObject> = {
  customers: (store, account, { parameters }) => {
    checkMail(parameters.email);
    return store.add(account, "cus", "customer", parameters);
  },
  invoices: (store, account, { parameters }) =>
    store.add(account, "in", "invoice", {
      ...parameters,
      title: parameters.description,
      ...{ status: "draft", amount_due: 0, amount_paid: 0, amount_remaining: 0, hosted_invoice_url: null },
      due_date: store.seconds() + Number(parameters.days_until_due) * 86_400,
    }),
  invoiceitems: (store, account, { parameters }) => {
    const invoice = inState(store.get(account, parameters.invoice), "draft");
    const amount = Number(parameters.amount);
    const due = Number(invoice.amount_due) + amount;
    Object.assign(invoice, { amount_due: due, amount_remaining: due });
    return store.add(account, "ii", "invoiceitem", { ...parameters, amount });
  },
  // Before it is paid, a credit note lowers what is still to be paid (docs.stripe.com/invoicing/integration/programmatic-credit-notes).
  credit_notes: (store, account, { parameters }) => {
    const invoice = inState(store.get(account, parameters.invoice), "open");
    const amount = Number(parameters.amount);
    const left = Number(invoice.amount_remaining) - amount;
    if (left < 0)
      throw new ApiError(400, { type: "invalid_request_error", message: "More than the invoice asks for." });
    Object.assign(invoice, { amount_due: Number(invoice.amount_due) - amount, amount_remaining: left });
    const note = store.add(account, "cn", "credit_note", { ...parameters, amount, status: "issued" });
    store.tell(account, "credit_note.created", note);
    // Nothing is left to be paid (docs.stripe.com/api/credit_notes).
    if (left === 0) endInvoice(store, account, invoice, "paid");
    return note;
  },
  "credit_notes/void": (store, account, { id }) => {
    const note = inState(store.get(account, id), "issued");
    const invoice = inState(store.get(account, note.invoice), "open");
    const add = (field: string) => Number(invoice[field]) + Number(note.amount);
    Object.assign(invoice, { amount_due: add("amount_due"), amount_remaining: add("amount_remaining") });
    note.status = "void";
    store.tell(account, "credit_note.voided", note);
    return note;
  },
  "invoices/finalize": (store, account, { id, origin }) => {
    const invoice = inState(store.get(account, id), "draft");
    Object.assign(invoice, { status: "open", hosted_invoice_url: `${origin}/pay/${invoice.id}` });
    store.tell(account, "invoice.finalized", invoice);
    // Less than one payment can be is not asked for (docs.stripe.com/api/invoices/object, `amount_due`).
    if (isTooSmall(Number(invoice.amount_due), invoice.currency)) {
      invoice.amount_due = 0;
      endInvoice(store, account, invoice, "paid");
    }
    return invoice;
  },
  "invoices/send": (store, account, { id }) => {
    const invoice = inState(store.get(account, id), "open");
    store.tell(account, "invoice.sent", invoice);
    return invoice;
  },
  "invoices/pay": (store, account, { id }) => {
    const invoice = unpaid(store, account, id);
    endInvoice(store, account, invoice, "paid");
    return invoice;
  },
  "invoices/void": (store, account, { id }) => {
    const invoice = unpaid(store, account, id);
    endInvoice(store, account, invoice, "void");
    return invoice;
  },
};

/** A draft is gone for good; anything else stays. */
export function deleteDraft(store: Store, account: string, invoice: StandInObject): unknown {
  store.objects.delete(inState(store.get(account, invoice.id), "draft").id);
  return { id: invoice.id, object: "invoice", deleted: true };
}

/** An open invoice is given up, voided or marked as paid elsewhere, as at Stripe's dashboard; any other one stays as it is. */
export function endInvoice(
  store: Store,
  account: string,
  invoice: StandInObject,
  status: "void" | "uncollectible" | "paid",
): void {
  if (invoice.object !== "invoice" || !["open", "uncollectible"].includes(String(invoice.status))) return;
  if (isUnderWay(store, account, invoice)) return;
  Object.assign(invoice, { status, ...(status === "paid" && { amount_remaining: 0 }) });
  const told = { void: "invoice.voided", uncollectible: "invoice.marked_uncollectible", paid: "invoice.paid" };
  store.tell(account, told[status], invoice);
}

/** A bank is sending the money for it. */
function isUnderWay(store: Store, account: string, invoice: StandInObject): boolean {
  return store.list(account, "charge").some((each) => each.paid_by === invoice.id && each.status === "pending");
}

/**
 * An invoice that still asks for money of which none is under way. Stripe's pages do not say what it answers while a bank sends the money: here it
 * refuses, so that a verb that read a moment too early is tried; one that is voided all the same is read again and booked as it is.
 */
function unpaid(store: Store, account: string, id: string): StandInObject {
  const invoice = inState(store.get(account, id), "open", "uncollectible");
  if (!isUnderWay(store, account, invoice)) return invoice;
  throw new ApiError(400, { type: "invalid_request_error", message: "A payment of this invoice is being processed." });
}

/** Its day has passed; nothing else changes. */
export function passDue(store: Store, account: string, invoice: StandInObject): void {
  if (invoice.object === "invoice" && invoice.status === "open") store.tell(account, "invoice.overdue", invoice);
}

function inState(object: StandInObject, ...states: string[]): StandInObject {
  if (states.includes(String(object.status))) return object;
  const message = `You cannot do this to an ${object.object} that is ${object.status}.`;
  throw new ApiError(400, { type: "invalid_request_error", message });
}
