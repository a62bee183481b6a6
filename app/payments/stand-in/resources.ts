import { deleteDraft, INVOICE_WRITES } from "./invoices";
import { checkAmount, checkMail } from "./limits";
import { type StandInObject, type Store, shown } from "./objects";
import { ApiError, checkParameters, type Parameters } from "./parameters";
import { expire } from "./payables";

export interface ApiRequest {
  method: string;
  /** Below `/v1/`, such as `checkout/sessions/cs_1`. */
  path: string;
  account: string;
  parameters: Parameters;
  /** Where the stand-in itself is reached. */
  origin: string;
}

const LISTS: Record<string, string> = {
  charges: "charge",
  refunds: "refund",
  disputes: "dispute",
  balance_transactions: "balance_transaction",
  invoice_payments: "invoice_payment",
  credit_notes: "credit_note",
  payouts: "payout",
  payment_intents: "payment_intent",
  "checkout/sessions": "checkout.session",
  customers: "customer",
  invoices: "invoice",
  invoiceitems: "invoiceitem",
};
const FINDS = ["checkout/sessions", "payment_intents", "payouts", "invoices", "credit_notes"];

/** The part of Stripe's interface that the product uses. */
export function answerRequest(store: Store, request: ApiRequest): unknown {
  const { method, path } = request;
  const { expand, ...rest } = request.parameters;
  const work = { POST: write, DELETE: remove }[method] ?? read;
  const answer = work(store, request, rest);
  const paths = expand && typeof expand === "object" ? Object.values(expand).map(String) : [];
  if (answer === undefined) throw noSuch(`${method} ${path}`);
  return expanded(store, request.account, answer, paths);
}

function read(store: Store, { path, account }: ApiRequest, parameters: Parameters): unknown {
  const kind = LISTS[path];
  if (kind) return listOf(store, account, kind, parameters);
  if (path === "account") return { id: account.replace(/^sk_test_/, "acct_"), object: "account" };
  if (path === "balance") return balanceOf(store, account);
  const folder = FINDS.find((each) => path.startsWith(`${each}/`));
  if (!folder) return undefined;
  const object = store.find(account, path.slice(folder.length + 1));
  if (!object) throw noSuch(path);
  return shown(object);
}

/** What the lines of the account come to in each currency; pending is what its payments from a bank wait for. */
function balanceOf(store: Store, account: string) {
  const lines = store.list(account, "balance_transaction");
  const inStatus = (status: string) =>
    [...new Set(lines.map(({ currency }) => String(currency)))].map((currency) => ({
      currency,
      amount: lines
        .filter((line) => line.currency === currency && line.status === status)
        .reduce((sum, { net }) => sum + Number(net), 0),
    }));
  return { object: "balance", available: inStatus("available"), pending: inStatus("pending"), livemode: false };
}

function listOf(store: Store, account: string, kind: string, parameters: Parameters) {
  const { created, limit = "10", starting_after: after } = parameters;
  const since = created && typeof created === "object" ? Number(created.gte ?? 0) : 0;
  const found = store
    .list(account, kind)
    .filter((each) => Number(each.created) >= since && FILTERS.every((name) => isAsked(each, name, parameters[name])))
    .reverse();
  const from = found.findIndex(({ id }) => id === after) + 1;
  const data = found.slice(from, from + Number(limit));
  return { object: "list", url: `/v1/${kind}s`, has_more: from + data.length < found.length, data: data.map(shown) };
}

const FILTERS = ["payment_intent", "invoice", "payment"] as const;

/** Whether an object has what a list is narrowed to; `payment` is an object of which each field has to be the same. */
function isAsked(object: StandInObject, name: string, wish: Parameters[string] | undefined): boolean {
  if (wish === undefined) return true;
  if (typeof wish === "string") return object[name] === wish;
  const own = object[name] as Record<string, unknown> | undefined;
  return Object.entries(wish).every(([field, value]) => own?.[field] === value);
}

/** `invoices/in_1/send` is the write `invoices/send` of the object `in_1`. */
function write(store: Store, { path, account, origin }: ApiRequest, parameters: Parameters): unknown {
  const [, folder = path, id = "", verb = ""] = /^(.+?)\/((?:in|cs|cn)_\w+)(\/\w+)$/.exec(path) ?? [];
  const name = `${folder}${verb}`;
  checkParameters(name, parameters);
  if (id !== "" && !store.find(account, id)) throw noSuch(path);
  if (name === "checkout/sessions") return openSession(store, account, origin, parameters);
  if (name !== "checkout/sessions/expire") return INVOICE_WRITES[name]?.(store, account, { id, parameters, origin });
  expire(store, account, store.get(account, id));
  return store.get(account, id);
}

/** Nothing but the draft of an invoice is ever deleted. */
function remove(store: Store, { path, account }: ApiRequest): unknown {
  const [, id] = /^invoices\/(in_\w+)$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  const invoice = store.find(account, id);
  if (!invoice) throw noSuch(path);
  return deleteDraft(store, account, invoice);
}

function openSession(store: Store, account: string, origin: string, parameters: Parameters): unknown {
  const items = Object.values(parameters.line_items as Parameters) as Parameters[];
  const price = items[0]?.price_data as Parameters;
  checkAmount(Number(price.unit_amount), price.currency);
  checkMail(parameters.customer_email);
  const session = store.add(account, "cs", "checkout.session", {
    ...parameters,
    amount_total: Number(price.unit_amount),
    currency: price.currency,
    title: (price.product_data as Parameters).name,
    status: "open",
    payment_status: "unpaid",
    payment_intent: null,
  });
  session.url = `${origin}/pay/${session.id}`;
  return session;
}

/** Puts the objects in place of the ids that `expand` names, as deep as Stripe goes. */
function expanded(store: Store, account: string, answer: unknown, paths: readonly string[]): unknown {
  let copy = structuredClone(answer) as Record<string, unknown>;
  if ("account" in copy) copy = shown(copy as unknown as StandInObject);
  const kind = (copy as unknown as StandInObject).object;
  const items = kind === "list" ? (copy.data as Record<string, unknown>[]) : [copy];
  for (const item of items) {
    // Stripe writes the lines of a dispute in full.
    if (item.object === "dispute")
      item.balance_transactions = (item.balance_transactions as string[]).map((id) => shown(store.get(account, id)));
    for (const path of paths) {
      const name = path.replace(/^data\./, "");
      const found = store.find(account, item[name]);
      if (found) item[name] = shown(found);
    }
  }
  return copy;
}

function noSuch(what: string): ApiError {
  return new ApiError(404, { type: "invalid_request_error", code: "resource_missing", message: `No such ${what}` });
}
