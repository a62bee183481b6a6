import { balanceOf, type Posting } from "./accounts";
import { type Cheque, heldMinor } from "./cheque";
import {
  type BalanceLine,
  BOOKED_CHARGE,
  type CameBack,
  type Charge,
  type GiftStanding,
  type GiftTruth,
  type Invoice,
  isSettled,
} from "./gift-truth";

/** How a gift stands at an account that knows nothing of it. */
export const NOTHING_AT_STRIPE = {
  charges: [] as Charge[],
  invoices: [] as Invoice[],
  references: [] as string[],
  openCheckouts: [] as string[],
  payUrl: null,
};

/** What the books say of a gift: its entries, its word, its checks, and what is promised as long as no invoice has settled it. */
export interface BookedGift {
  minor: number;
  currency: GiftTruth["currency"];
  standing: GiftStanding;
  cameBack: CameBack | null;
  cheques: readonly Cheque[];
  /** The newest invoice that is known of it, or null. */
  invoice: string | null;
  promisedMinor: number;
  posted: readonly Posting[];
}

/**
 * What Stripe would have to say so that the books are right as they are: one payment for all that came, one for what is on its way, and
 * the invoice that was open last. It takes the place of an answer where nobody can be asked any more. Minor units of the gift's currency.
 */
export function bookedAtStripe(gift: BookedGift): { charges: Charge[]; invoices: Invoice[] } {
  const came = cameOf(gift);
  return { charges: [...came, ...underWayOf(gift)], invoices: invoicesOf(gift, came) };
}

/** A check that came for it lowers the invoice that was open last, and ends what it asks for when nothing is left. */
export function withCheque(invoices: readonly Invoice[], minor: number): Invoice[] {
  return invoices.map((invoice) => {
    if (!isAsking(invoice)) return invoice;
    const remainingMinor = Math.max(0, invoice.remainingMinor - minor);
    if (remainingMinor === 0) return { ...invoice, status: "paid", remainingMinor };
    // one that was given up asks for nothing more: the rest comes in another way
    return { ...invoice, status: invoice.status === "open" ? "open" : "void", remainingMinor };
  });
}

/** The invoice that was open last asks again for a check that it was told of, or that came for it. */
export function withoutCheque(invoices: readonly Invoice[], { invoice: of, minor }: Cheque): Invoice[] {
  return invoices.map((invoice) =>
    of !== null && invoice.status === "open" ? { ...invoice, remainingMinor: invoice.remainingMinor + minor } : invoice,
  );
}

/** It is taken back: nothing is asked for any more. */
export function withoutInvoice(invoices: readonly Invoice[]): Invoice[] {
  return invoices.map((invoice) => (isAsking(invoice) ? { ...invoice, status: "void", remainingMinor: 0 } : invoice));
}

/** It is one to pay, although staff at Stripe may have given it up. */
export function isAsking({ status }: Invoice): boolean {
  return status === "open" || status === "uncollectible";
}

/** Whether an invoice asks for its gift, or was paid in another way: then no other one is made. */
export function isAskedOrPaid(charges: readonly Charge[]): (invoice: Invoice) => boolean {
  return (invoice) => isAsking(invoice) || isSettled(invoice, charges);
}

/** One payment for what the books hold of several: what is left of them before fees, and the fees. None where they hold nothing. */
export function bookedCharges({
  leftMinor,
  feeMinor,
  currency,
}: {
  leftMinor: number;
  feeMinor: number;
  currency: BalanceLine["currency"];
}): Charge[] {
  if (leftMinor === 0 && feeMinor === 0) return [];
  const line = { minor: leftMinor, feeMinor, currency, madeAtSeconds: 0 };
  return [
    {
      ...{ id: BOOKED_CHARGE, minor: Math.max(leftMinor, 0), paidInvoice: null, disputes: [] },
      status: leftMinor > 0 ? "succeeded" : "failed",
      lines: [{ id: BOOKED_CHARGE, kind: "charge", ...line }],
    },
  ];
}

/** What the books hold of payments, in the parts that one payment has. */
export function bookedParts(posted: readonly Posting[]): { leftMinor: number; feeMinor: number } {
  const feeMinor = balanceOf(posted, "fees");
  return { leftMinor: balanceOf(posted, "stripe") + feeMinor, feeMinor };
}

function cameOf(gift: BookedGift): Charge[] {
  const { currency, standing, cameBack, posted } = gift;
  const parts = bookedParts(posted);
  const charges = bookedCharges({ ...parts, currency });
  const nothing = { id: BOOKED_CHARGE, minor: 0, paidInvoice: null, lines: [], disputes: [] };
  if (cameBack === null)
    return standing === "failed" && charges.length === 0 ? [{ ...nothing, status: "failed" }] : charges;
  const [charge = nothing] = charges;
  return [
    {
      ...charge,
      // Of what came back in part more had come than is left.
      minor: Math.max(parts.leftMinor + 1, coveredMinor(gift)),
      status: "succeeded",
      disputes: cameBack === "disputed" ? ["open"] : cameBack === "lost" ? ["lost"] : [],
    },
  ];
}

/** Of what was given, what is neither owed nor on its way nor came by check. */
function coveredMinor({ minor, cheques, posted }: BookedGift): number {
  return minor - heldMinor(cheques) - balanceOf(posted, "owed") - balanceOf(posted, "processing");
}

function underWayOf({ posted }: BookedGift): Charge[] {
  const minor = balanceOf(posted, "processing");
  if (minor === 0) return [];
  return [{ id: BOOKED_CHARGE, status: "pending", minor, lines: [], disputes: [], paidInvoice: null }];
}

function invoicesOf(gift: BookedGift, came: readonly Charge[]): Invoice[] {
  const { minor, standing, cheques, promisedMinor, posted } = gift;
  const owedMinor = balanceOf(posted, "owed");
  const underWayMinor = balanceOf(posted, "processing");
  const told = cheques.findLast(({ invoice, bouncedAt }) => invoice !== null && bouncedAt === null)?.invoice;
  const one = (status: Invoice["status"], remainingMinor: number): Invoice[] => [
    { id: told ?? gift.invoice ?? "", status, remainingMinor },
  ];
  if (standing === "invoiced") return one("open", owedMinor + underWayMinor);
  const coveredBy = came.reduce((sum, charge) => sum + charge.minor, underWayMinor + heldMinor(cheques));
  if (standing === "uncollectible") return one("uncollectible", minor - coveredBy);
  if (standing === "void") return one("void", 0);
  // Nothing is owed of what is not covered: an invoice that was settled has ended the promise.
  const isSettled = owedMinor === 0 && promisedMinor > coveredBy;
  const wasTold = told !== undefined && owedMinor === 0 && coveredBy >= minor;
  return standing === "outside" || isSettled || wasTold ? one("paid", 0) : [];
}
