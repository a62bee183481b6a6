import { balanceOf, merged, type Posting } from "./accounts";

/** A transfer from Stripe to the school's bank account. */
export interface PayoutTruth {
  minor: number;
  /** Money is at the bank only when the payout is paid; one that fails afterwards comes back. */
  status: "paid" | "under_way" | "failed";
}

/** The entry that makes the ledger hold a payout as it is now: the line of the bank statement, or nothing. */
export function payoutDifference({ minor, status }: PayoutTruth, posted: readonly Posting[]): Posting[] {
  const arrived = status === "paid" ? minor : 0;
  return merged([
    { account: "bank", purpose: null, minor: arrived - balanceOf(posted, "bank") },
    { account: "stripe", purpose: null, minor: -arrived - balanceOf(posted, "stripe") },
  ]);
}
