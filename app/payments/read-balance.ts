import type Stripe from "stripe";
import type { BalanceEntry } from "./port";
import { subjectOf } from "./stripe-objects";

/** Every line of the account's balance since a moment, page after page, with what each is about. */
export async function readBalance(stripe: Stripe, { since }: { since: Date }): Promise<BalanceEntry[]> {
  const created = { gte: Math.floor(since.getTime() / 1_000) };
  const entries: BalanceEntry[] = [];
  const lines = { created, limit: 100, expand: ["data.source"] } satisfies Stripe.BalanceTransactionListParams;
  for await (const line of stripe.balanceTransactions.list(lines)) {
    const { id, type, amount: minor, fee: feeMinor, currency, source } = line;
    const subject = source === null || typeof source === "string" ? null : subjectOf(source);
    entries.push({ id, type, minor, feeMinor, currency, subject });
  }
  return entries;
}

/** All that lies in the account in one currency: what can be paid out and what is still pending. */
export async function readTotal(stripe: Stripe, { currency }: { currency: string }): Promise<number> {
  const { available, pending } = await stripe.balance.retrieve();
  return [...available, ...pending]
    .filter((part) => part.currency === currency)
    .reduce((sum, { amount }) => sum + amount, 0);
}
