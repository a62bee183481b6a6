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
  /** The invoice that Stripe counts as paid by it, even when it failed afterwards. */
  paidInvoice: string | null;
  /** `open` while nobody has decided. */
  disputes: readonly ("open" | "lost" | "won")[];
}

/** Stands for all payments whose account at Stripe cannot be asked any more, by what was booked of them last. */
export const BOOKED_CHARGE = "booked";

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

/** Standings in which a donor may still pay. */
export const PAYABLE: readonly GiftStanding[] = ["open", "pledged", "invoiced", "uncollectible", "failed", "void"];
export const canBePaid = (standing: string): boolean => (PAYABLE as readonly string[]).includes(standing);

/** What became of money that had come, beside what may still be owed. */
export type CameBack = "part_refunded" | "refunded" | "disputed" | "lost";

/**
 * The word for a gift, from the same facts as its entries, so that the page and the ledger cannot disagree: it is promised or
 * invoiced exactly while something is owed, and received only once nothing of it is on its way. What came of it (`cameMinorOf`), and what
 * became of that (`cameBackOf`), is said beside it.
 */
export function standingOf(truth: GiftTruth): GiftStanding {
  if (dueMinor(truth) > 0) return invoicedMinor(truth) > 0 ? "invoiced" : "pledged";
  if (truth.charges.some(({ status }) => status === "pending")) return "processing";
  const cameBack = cameBackOf(truth);
  if (cameBack) return cameBack;
  const hasCome = truth.charges.some(({ status }) => status === "succeeded") || truth.chequeMinor > 0;
  return hasCome ? "paid" : unpaidStanding(truth);
}

/**
 * What became of the money that came: taken back or given back, in part or all; null while it stays. What Stripe keeps in another
 * currency cannot be held against what was given: how much of it went back is not said.
 */
export function cameBackOf({ currency, charges, chequeMinor }: GiftTruth): CameBack | null {
  const paid = charges.filter(({ status }) => status === "succeeded");
  if (paid.some(({ disputes }) => disputes.includes("open"))) return "disputed";
  if (paid.some(({ disputes }) => disputes.includes("lost"))) return "lost";
  const came = paid.reduce((sum, { minor }) => sum + minor, 0);
  const left = paid.reduce((sum, charge) => sum + leftMinor(charge, currency), 0);
  if (left >= came) return null;
  return left + chequeMinor <= 0 ? "refunded" : "part_refunded";
}

/** What is left of one charge before fees; all of it where its lines are in another currency than the gift. */
export function leftMinor({ minor, lines }: Charge, currency: Currency): number {
  const isOwn = lines.every((line) => line.currency === currency);
  return isOwn ? lines.reduce((sum, line) => sum + line.minor, 0) : minor;
}

/**
 * What the donor got back of what they paid, in minor units of the gift's currency: refunds that did not fail, and disputes that were lost
 * for good.
 */
export function wentBackMinor({ currency, charges }: GiftTruth): number {
  const isBack = ({ disputes }: Charge, { kind }: BalanceLine) =>
    kind === "dispute" ? disputes.includes("lost") && !disputes.includes("open") : kind.startsWith("refund");
  const lines = charges
    .filter(({ status }) => status === "succeeded")
    .flatMap((charge) => charge.lines.filter((line) => line.currency === currency && isBack(charge, line)));
  return Math.max(
    0,
    lines.reduce((sum, { minor }) => sum - minor, 0),
  );
}

/**
 * What is still owed for a gift: the promise less everything that came or is on its way, or what open invoices ask for beyond what is
 * on its way. A refund leaves nothing owed again; an invoice that is settled, whichever way, ends the promise.
 */
export function dueMinor(truth: GiftTruth): number {
  const { promisedMinor, charges, invoices, chequeMinor } = truth;
  const processingMinor = processingMinorOf(truth);
  const promised = invoices.some((invoice) => isSettled(invoice, charges)) ? 0 : promisedMinor;
  const rest = promised - processingMinor - cameMinorOf({ charges, chequeMinor });
  return Math.max(rest, invoicedMinor(truth) - processingMinor, 0);
}

/**
 * Nothing more is asked for by an invoice that is paid, by a payment or elsewhere. To Stripe it stays paid when the payment fails
 * days later: what it asked for is open again then.
 */
export function isSettled({ id, status }: Invoice, charges: readonly Charge[]): boolean {
  const hasFailed = (charge: Charge) =>
    charge.paidInvoice === id && charge.status === "failed" && charge.lines.length > 0;
  return status === "paid" && !charges.some(hasFailed);
}

/** What came of a gift before fees, in minor units: payments that went through and checks that did not bounce, whatever went back later. */
export function cameMinorOf({ charges, chequeMinor }: Pick<GiftTruth, "charges" | "chequeMinor">): number {
  return charges.filter(({ status }) => status === "succeeded").reduce((sum, { minor }) => sum + minor, chequeMinor);
}

/** What is on its way of a gift, in minor units: banks take days, and may still refuse. */
export function processingMinorOf({ charges }: Pick<GiftTruth, "charges">): number {
  return charges.filter(({ status }) => status === "pending").reduce((sum, { minor }) => sum + minor, 0);
}

/** Whether a part came, and not all that was meant. */
export function isPart({ minor, cameMinor }: { minor: number; cameMinor: number }): boolean {
  return cameMinor > 0 && cameMinor < minor;
}

/** Whether something is on its way, and not all that was meant: beside it something came, or is still to be paid. */
export function isPartOnItsWay({ minor, processingMinor }: { minor: number; processingMinor: number }): boolean {
  return processingMinor > 0 && processingMinor < minor;
}

/** What nobody has paid yet of a gift of this size, in minor units: without what came, or is on its way. */
export function unpaidMinor(minor: number, { charges, chequeMinor }: GiftTruth): number {
  const came = charges.filter(({ status }) => status !== "failed").reduce((sum, charge) => sum + charge.minor, 0);
  return Math.max(0, minor - came - chequeMinor);
}

/** Nothing came, is on its way or is owed. */
function unpaidStanding({ charges, invoices }: GiftTruth): GiftStanding {
  const has = (status: Invoice["status"]) => invoices.some((invoice) => invoice.status === status);
  if (invoices.some((invoice) => isSettled(invoice, charges))) return "outside";
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
