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

/** Everything about a gift that decides what the ledger holds for it. */
export interface GiftTruth {
  currency: Currency;
  /** What the donor still promises while nothing is paid: a pledge; 0 when nothing was promised. */
  promisedMinor: number;
  charges: readonly Charge[];
  /** What came in by cheque and did not bounce. */
  chequeMinor: number;
}

/** A gift in one word. */
export type GiftStanding =
  | "open"
  | "pledged"
  | "processing"
  | "paid"
  | "part_refunded"
  | "refunded"
  | "disputed"
  | "lost"
  | "failed";

export const NOTHING: Omit<GiftTruth, "currency"> = { promisedMinor: 0, charges: [], chequeMinor: 0 };

/** The word for a gift, from the same facts as its entries, so that the page and the ledger cannot disagree. */
export function standingOf({ charges, chequeMinor, promisedMinor }: GiftTruth): GiftStanding {
  const paid = charges.filter(({ status }) => status === "succeeded");
  if (paid.some(({ disputes }) => disputes.includes("open"))) return "disputed";
  if (paid.some(({ disputes }) => disputes.includes("lost"))) return "lost";
  if (paid.length > 0) {
    const came = paid.reduce((sum, { minor }) => sum + minor, 0);
    const left = paid.flatMap(({ lines }) => lines).reduce((sum, { minor }) => sum + minor, 0);
    if (left <= 0) return "refunded";
    return left < came ? "part_refunded" : "paid";
  }
  if (chequeMinor > 0) return "paid";
  if (charges.some(({ status }) => status === "pending")) return "processing";
  if (promisedMinor > 0) return "pledged";
  return charges.length > 0 ? "failed" : "open";
}
