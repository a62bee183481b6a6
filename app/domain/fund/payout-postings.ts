import { balanceOf, merged, type Posting } from "./accounts";

/** A transfer from Stripe to the school's bank account. */
export interface PayoutTruth {
  minor: number;
  /** Money is at the bank only when the payout is paid; one that fails afterwards comes back. */
  status: "paid" | "under_way" | "failed";
  /** What its lines did to Stripe's balance before fees: less than 0 from the moment it is made, 0 again once it has come back. */
  stripeMinor: number;
  /** What Stripe took for the transfer. It belongs to no gift: the school bears it. */
  feeMinor: number;
}

/**
 * The entry that makes the ledger hold a payout as it is now: the line of the bank statement, what has left Stripe's balance, and
 * what is on its way between the two.
 */
export function payoutDifference(truth: PayoutTruth, posted: readonly Posting[]): Posting[] {
  const { minor, status, stripeMinor, feeMinor } = truth;
  const arrived = status === "paid" ? minor : 0;
  const to = (account: Posting["account"], target: number): Posting => ({
    ...{ account, purpose: null },
    minor: target - balanceOf(posted, account),
  });
  return merged([
    to("stripe", stripeMinor - feeMinor),
    to("transfer", -stripeMinor - arrived),
    to("bank", arrived),
    to("others", feeMinor),
  ]);
}

/**
 * The entry for a line of Stripe's balance that is not the fund's: it lies there for others, who are owed it, or owe it when the
 * line took something. `minor` is what it did to the balance, 0 for a line that turned out to be a gift's.
 */
export function othersDifference(minor: number, posted: readonly Posting[]): Posting[] {
  return merged([
    { account: "stripe", purpose: null, minor: minor - balanceOf(posted, "stripe") },
    { account: "others", purpose: null, minor: -minor - balanceOf(posted, "others") },
  ]);
}
