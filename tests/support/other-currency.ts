import { ACCOUNT, type FundStage } from "./fund";

/** Stripe keeps what came by a charge in euros, whatever the donor paid in. */
export function keepInEuros({ standIn }: FundStage, charge: string): void {
  const line = standIn.list(ACCOUNT, "balance_transaction").find(({ source }) => source === charge);
  if (!line) throw new Error("nothing came by this charge");
  Object.assign(line, { currency: "eur" });
}
