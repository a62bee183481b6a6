/** What is known about a book's money at Stripe; minor units of the fund's currency, as Stripe signs them. */
export interface WholeBalance {
  /** All that lies at Stripe: what can be paid out and what is still on its way there. */
  stripeMinor: number;
  /** The ledger's account `stripe`. */
  ledgerMinor: number;
  /** Lines that wait for a person to say what they are: no entry is made for them yet. */
  openMinor: number;
  /** Lines of payments under way: credit comes only when they are paid. */
  underWayMinor: number;
  /** What the ledger holds at Stripe for gifts that the account knows nothing of, while nobody has said why. */
  missingMinor: number;
}

/** What the ledger and everything that is known to be open come to: Stripe's whole balance, unless something lies there unseen. */
export function expectedMinor({
  ledgerMinor,
  openMinor,
  underWayMinor,
  missingMinor,
}: Omit<WholeBalance, "stripeMinor">) {
  return ledgerMinor - missingMinor + openMinor + underWayMinor;
}
