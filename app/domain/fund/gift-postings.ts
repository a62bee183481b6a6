import { balanceOf, merged, type Posting } from "./accounts";
import { type BalanceLine, dueMinor, type GiftTruth, processingMinorOf } from "./gift-truth";
import type { Purpose } from "./purposes";

/** What the ledger should hold for one gift; `fundMinor` is what it leaves to spend, less than 0 when it cost more than it gave. */
interface GiftTarget {
  owedMinor: number;
  processingMinor: number;
  stripeMinor: number;
  bankMinor: number;
  feesMinor: number;
  fundMinor: number;
}

/**
 * What the ledger should hold for a gift, whatever was posted before. What came or is on its way is owed no more, the rest is;
 * a payment that failed after all is owed again, a refund is not.
 */
export function targetOf(truth: GiftTruth): GiftTarget {
  const { currency, charges, chequeMinor } = truth;
  const lines = charges.filter(({ status }) => status !== "pending").flatMap((charge) => charge.lines);
  const counted = lines.filter((line) => line.currency === currency);
  const sum = (read: (line: BalanceLine) => number) => counted.reduce((total, line) => total + read(line), 0);
  const stripeMinor = sum(({ minor, feeMinor }) => minor - feeMinor);
  return {
    owedMinor: dueMinor(truth),
    processingMinor: processingMinorOf(truth),
    stripeMinor,
    bankMinor: chequeMinor,
    feesMinor: sum(({ feeMinor }) => feeMinor),
    fundMinor: stripeMinor + chequeMinor,
  };
}

interface DifferenceInput {
  truth: GiftTruth;
  purpose: Purpose;
  /** Everything posted for this gift so far. */
  posted: readonly Posting[];
  /** What the whole fund has free for this purpose now, never less than 0. */
  availableMinor: number;
  /** What the whole fund is short of for this purpose now: less than the gift's own where the school has covered some. */
  shortfallMinor: number;
}

/**
 * The one entry that brings the ledger from what was posted for a gift to what it should hold; empty when nothing is to do.
 * A loss takes from what is available what is there and books the rest to `shortfall`; a gain first makes good the gift's own
 * shortfall, as far as the school has not covered it. So no event can fail on a balance, and applying the same truth twice posts nothing the second time.
 */
export function giftDifference(input: DifferenceInput): Posting[] {
  const { truth, purpose, posted } = input;
  const target = targetOf(truth);
  const to = (account: Posting["account"], of: Purpose | null, minor: number): Posting => ({
    account,
    purpose: of,
    minor: minor - balanceOf(posted, account),
  });
  return merged([
    to("owed", null, target.owedMinor),
    to("pledged", purpose, -target.owedMinor),
    to("processing", null, target.processingMinor),
    to("pending", purpose, -target.processingMinor),
    to("stripe", null, target.stripeMinor),
    to("bank", null, target.bankMinor),
    to("fees", purpose, target.feesMinor),
    to("released", purpose, -target.feesMinor),
    ...fundLines({ ...input, target }),
  ]);
}

function fundLines(input: DifferenceInput & { target: GiftTarget }): Posting[] {
  const { target, purpose, posted, availableMinor, shortfallMinor } = input;
  const ownShortfall = balanceOf(posted, "shortfall");
  const gain = target.fundMinor + balanceOf(posted, "available") + ownShortfall;
  const toShortfall =
    gain < 0 ? Math.max(0, -gain - availableMinor) : -Math.max(0, Math.min(gain, ownShortfall, shortfallMinor));
  return [
    { account: "shortfall", purpose, minor: toShortfall },
    { account: "available", purpose, minor: -gain - toShortfall },
  ];
}

/** Lines of Stripe's balance that are kept in another currency than the fund: nothing is posted for them, a person looks. */
export function foreignLines({ currency, charges }: GiftTruth): BalanceLine[] {
  return charges.flatMap(({ lines }) => lines).filter((line) => line.currency !== currency);
}

/** What lines of payments under way have done to Stripe's balance before they count, in the gift's currency. */
export function underWayOf({ currency, charges }: GiftTruth): number {
  return charges
    .filter(({ status }) => status === "pending")
    .flatMap(({ lines }) => lines)
    .filter((line) => line.currency === currency)
    .reduce((sum, { minor, feeMinor }) => sum + minor - feeMinor, 0);
}
