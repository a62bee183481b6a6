/** Parameters by name; nested ones as objects and arrays, as Stripe's form encoding writes them. */
export interface Parameters {
  [name: string]: string | Parameters;
}

/** A refusal in the shape and with the status that Stripe answers. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly error: { type: string; code?: string; param?: string; message: string },
  ) {
    super(error.message);
  }
}

/** Reads `a[b][0][c]=d&…`. */
export function readParameters(encoded: string): Parameters {
  const read: Parameters = {};
  for (const [key, value] of new URLSearchParams(encoded)) {
    const [first = "", ...rest] = key.split(/\[|\]\[|\]/).filter((part, at, all) => part !== "" || at < all.length - 1);
    const path = [first, ...rest];
    let at = read;
    for (const name of path.slice(0, -1)) {
      const next = at[name];
      const inner: Parameters = typeof next === "object" ? next : {};
      at[name] = inner;
      at = inner;
    }
    const last = path.at(-1) ?? "";
    at[last === "" ? String(Object.keys(at).length) : last] = value;
  }
  return read;
}

/** The parameters of each write that the product uses, from the published interface of 2026-10-28; `*` is any name. */
export const PUBLISHED: Record<string, readonly string[]> = {
  "checkout/sessions": [
    "mode!",
    "submit_type",
    "client_reference_id",
    "line_items.*.quantity!",
    "line_items.*.price_data.currency!",
    "line_items.*.price_data.unit_amount!",
    "line_items.*.price_data.product_data.name!",
    "allowed_payment_method_types.*",
    "payment_method_options.us_bank_account.verification_method",
    "payment_intent_data.description",
    "payment_intent_data.metadata.*",
    "payment_intent_data.receipt_email",
    "payment_intent_data.statement_descriptor_suffix",
    "metadata.*",
    "locale",
    "customer_email",
    "success_url!",
    "cancel_url",
  ],
  "checkout/sessions/expire": [],
  credit_notes: ["invoice!", "amount", "metadata.*"],
  "credit_notes/void": [],
  customers: ["name", "email", "preferred_locales.*", "metadata.*"],
  invoices: [
    "customer!",
    "currency",
    "collection_method",
    "days_until_due",
    "auto_advance",
    "pending_invoice_items_behavior",
    "description",
    "custom_fields.*.name",
    "custom_fields.*.value",
    "statement_descriptor",
    "metadata.*",
  ],
  invoiceitems: ["customer!", "invoice", "amount", "currency", "description"],
  "invoices/finalize": ["auto_advance"],
  "invoices/pay": ["paid_out_of_band!"],
  "invoices/send": [],
  "invoices/void": [],
};

/** Refuses what the published interface of a write does not know, and what it misses. */
export function checkParameters(write: string, given: Parameters): void {
  const known = (PUBLISHED[write] ?? []).map((name) => ({ name: name.replace("!", ""), needed: name.endsWith("!") }));
  const sent = flatten(given);
  for (const name of sent) {
    if (known.some((each) => matches(each.name, name))) continue;
    const message = `Received unknown parameter: ${name}`;
    throw new ApiError(400, { type: "invalid_request_error", code: "parameter_unknown", param: name, message });
  }
  for (const { name } of known.filter(({ needed }) => needed)) {
    if (sent.some((each) => matches(name, each))) continue;
    const message = `Missing required param: ${name}.`;
    throw new ApiError(400, { type: "invalid_request_error", code: "parameter_missing", param: name, message });
  }
}

function flatten(given: Parameters, before = ""): string[] {
  return Object.entries(given).flatMap(([name, value]) =>
    typeof value === "string" ? [`${before}${name}`] : flatten(value, `${before}${name}.`),
  );
}

function matches(pattern: string, name: string): boolean {
  const wanted = pattern.split(".");
  const parts = name.split(".");
  return wanted.length === parts.length && wanted.every((part, at) => part === "*" || part === parts[at]);
}
