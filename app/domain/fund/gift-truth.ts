import type { Currency } from "./money";

/**
 * One line of Stripe's own balance about a payment: what it added or took before fees (signed), and the fee (positive takes,
 * negative gives back). The sum of `minor - feeMinor` over all lines is what the payment did to the balance.
 */
export interface BalanceLine {
  id: string;
  kind: "charge" | "failure" | "refund" | "refund_failure" | "dispute";
  minor: number;
  feeMinor: number;
  currency: string;
  /** When Stripe made it, in Unix seconds. */
  madeAtSeconds: number;
}

/** One try to pay. Lines of a pending one do not count yet: credit comes only when it is paid. */
export interface Charge {
  id: string;
  status: "pending" | "succeeded" | "failed";
  minor: number;
  lines: readonly BalanceLine[];
  /** `open` while nobody has decided. */
  disputes: readonly ("open" | "lost" | "won")[];
}

/** What Stripe asks a donor for by mail. `remainingMinor` is what is still to be paid of it. */
export interface Invoice {
  id: string;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  remainingMinor: number;
}

/** Everything about a gift that decides what the ledger holds for it. */
export interface GiftTruth {
  currency: Currency;
  /** What the donor still promises while nothing is paid: a pledge; 0 when nothing was promised. */
  promisedMinor: number;
  charges: readonly Charge[];
  invoices: readonly Invoice[];
  /** What came in by cheque and did not bounce. */
  chequeMinor: number;
}

/** A gift in one word. */
export type GiftStanding =
  | "open"
  | "pledged"
  | "invoiced"
  | "processing"
  | "paid"
  | "part_refunded"
  | "refunded"
  | "disputed"
  | "lost"
  | "failed"
  | "void"
  | "uncollectible"
  /** Marked as paid at Stripe without money there: a cheque, most of the time, that the school enters. */
  | "outside";

/** The donor still has something to pay or to hear of. */
export const UNDER_WAY: readonly GiftStanding[] = ["pledged", "invoiced", "processing", "disputed"];
export const isUnderWay = (standing: string): boolean => (UNDER_WAY as readonly string[]).includes(standing);

export const NOTHING: Omit<GiftTruth, "currency"> = { promisedMinor: 0, charges: [], invoices: [], chequeMinor: 0 };

/** The word for a gift, from the same facts as its entries, so that the page and the ledger cannot disagree. */
export function standingOf(truth: GiftTruth): GiftStanding {
  const { charges, chequeMinor } = truth;
  const paid = charges.filter(({ status }) => status === "succeeded");
  if (paid.some(({ disputes }) => disputes.includes("open"))) return "disputed";
  if (paid.some(({ disputes }) => disputes.includes("lost"))) return "lost";
  if (paid.length > 0) {
    const came = paid.reduce((sum, { minor }) => sum + minor, 0);
    const left = paid.flatMap(({ lines }) => lines).reduce((sum, { minor }) => sum + minor, 0);
    if (left <= 0) return "refunded";
    if (left < came) return "part_refunded";
    return dueStanding(truth) ?? "paid";
  }
  if (chequeMinor > 0 && dueMinor(truth) === 0) return "paid";
  return charges.some(({ status }) => status === "pending") ? "processing" : unpaidStanding(truth);
}

/** A part has come: the rest is still promised or invoiced. */
function dueStanding(truth: GiftTruth): GiftStanding | null {
  if (dueMinor(truth) === 0) return null;
  return invoicedMinor(truth) > 0 ? "invoiced" : "pledged";
}

/**
 * What is still owed for a gift: the promise less everything that came or is on its way, or what open invoices ask for beyond what is
 * on its way. A refund leaves nothing owed again; an invoice that is paid, whichever way, ends the promise.
 */
export function dueMinor(truth: GiftTruth): number {
  const { promisedMinor, charges, invoices, chequeMinor } = truth;
  const sumOf = (...statuses: Charge["status"][]) =>
    charges.filter(({ status }) => statuses.includes(status)).reduce((total, { minor }) => total + minor, 0);
  const promised = invoices.some(({ status }) => status === "paid") ? 0 : promisedMinor;
  const rest = promised - sumOf("pending", "succeeded") - chequeMinor;
  return Math.max(rest, invoicedMinor(truth) - sumOf("pending"), 0);
}

/** What nobody has paid yet of a gift of this size, in minor units: without what came, or is on its way. */
export function unpaidMinor(minor: number, { charges, chequeMinor }: GiftTruth): number {
  const came = charges.filter(({ status }) => status !== "failed").reduce((sum, charge) => sum + charge.minor, 0);
  return Math.max(0, minor - came - chequeMinor);
}

function unpaidStanding({ charges, invoices, promisedMinor }: GiftTruth): GiftStanding {
  const has = (status: Invoice["status"]) => invoices.some((invoice) => invoice.status === status);
  if (has("open")) return "invoiced";
  if (has("paid") && charges.every(({ lines }) => lines.length === 0)) return "outside";
  if (promisedMinor > 0) return "pledged";
  if (has("uncollectible")) return "uncollectible";
  if (charges.length > 0) return "failed";
  return has("void") ? "void" : "open";
}

/** What open invoices still ask for, in minor units. */
export function invoicedMinor({ invoices }: Pick<GiftTruth, "invoices">): number {
  return invoices
    .filter(({ status }) => status === "open")
    .reduce((sum, { remainingMinor }) => sum + remainingMinor, 0);
}
