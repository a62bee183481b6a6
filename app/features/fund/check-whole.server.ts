import { balanceOf } from "~/domain/fund/accounts";
import { expectedMinor } from "~/domain/fund/whole-balance";
import type { BalanceEntry } from "~/payments/port";
import { getBookCurrency, lockFundBook } from "~db/fund-books.server";
import { insertDifference } from "~db/fund-checks.server";
import { listBalances } from "~db/fund-ledger.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { getOpenMinor, putWholeDifference, settleWholeDifference } from "~db/whole-differences.server";
import { answered, type BookCheck } from "./check-things.server";

/** All that lies at Stripe, and what the ledger says of it, with no line made in between. */
export interface Weighed {
  stripeMinor: number;
  ledgerMinor: number;
  currency: string;
}

/**
 * Weighs the whole balance of a book's accounts at Stripe against the ledger, after every line has been compared. Null when Stripe made a
 * line since `seen` was listed: then the two figures are of different moments.
 */
export async function weighWhole(
  checks: readonly BookCheck[],
  { seen, underWayMinor }: { seen: readonly BalanceEntry[]; underWayMinor: number },
): Promise<Weighed | null> {
  const [first] = checks;
  if (!first) return null;
  const { wiring, actor, book, payments } = first;
  const { schoolId } = actor;
  const currency = await withScope(wiring, actor, (tx) => getBookCurrency(tx, { schoolId, book }));
  let stripeMinor = 0;
  for (const { key } of checks) stripeMinor += answered(await payments.readTotal(key, { currency })) ?? 0;
  const ledgerMinor = await withScope(wiring, actor, async (tx) => {
    const ledger = balanceOf(await listBalances(tx, { schoolId, book }), "stripe");
    const open = await getOpenMinor(tx, { schoolId, book, currency });
    return expectedMinor({ ledgerMinor: ledger, underWayMinor, ...open });
  });
  const now: BalanceEntry[] = [];
  for (const { key, since } of checks) now.push(...(answered(await payments.listBalance(key, { since })) ?? []));
  return inWords(now) === inWords(seen) ? { stripeMinor, ledgerMinor, currency } : null;
}

const inWords = (lines: readonly BalanceEntry[]): string =>
  lines.map(({ id, minor, feeMinor }) => `${id} ${minor} ${feeMinor}`).join();

/**
 * Writes down what differs in the whole, once; settles what was open of it when nothing does. Answers whether it is new, and how many
 * needed nobody any more.
 */
export async function noteWhole(
  [check]: readonly BookCheck[],
  { stripeMinor, ledgerMinor, currency }: Weighed,
): Promise<{ isNew: boolean; settled: number }> {
  if (!check) return { isNew: false, settled: 0 };
  const { wiring, actor, book, checkId, now } = check;
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx: ScopeTx) => {
    await lockFundBook(tx, { schoolId, book });
    if (stripeMinor === ledgerMinor)
      return { isNew: false, settled: await settleWholeDifference(tx, { schoolId, book, now }) };
    if (await putWholeDifference(tx, { schoolId, book, stripeMinor, ledgerMinor })) return { isNew: false, settled: 0 };
    const isNew = await insertDifference(tx, {
      ...{ schoolId, book, checkId, kind: "whole_balance", reference: `whole:${checkId}`, lineKind: "" },
      ...{ currency, stripeMinor, ledgerMinor, isBooked: false, now },
    });
    return { isNew, settled: 0 };
  });
}
