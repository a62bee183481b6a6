import type { Actor } from "~/domain/actor";
import { mayRunFund, mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import { hasKey, listKnownAccounts } from "~/steps/fund-account.server";
import type { Wiring } from "~/wiring";
import { listFundAccounts } from "~db/fund-accounts.server";
import { type Book, getFund } from "~db/fund-books.server";
import { listCheckedUpTo, listUnasked } from "~db/fund-check-accounts.server";
import {
  countDifferences,
  countFundChecks,
  countOpenDifferences,
  listDifferences,
  listFundChecks,
} from "~db/fund-checks.server";
import { getPayoutTotals, listPayouts } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

const DIFFERENCES_PER_PAGE = 50;
const PAYOUTS_PER_PAGE = 20;
const CHECKS_PER_PAGE = 20;

/** Which page of each list, counted from 1; one past the last is the last. */
export interface ChecksWish {
  differences?: number;
  payouts?: number;
  checks?: number;
}

/** How the ledger compares with Stripe: the checks, what they found, and the payouts as they are on the bank statement. */
export async function openChecks(wiring: Wiring, actor: Actor, wish: ChecksWish = {}) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings } = await getFund(tx, { schoolId });
    const of = { schoolId, book };
    const found = await countDifferences(tx, of);
    const paidOut = await getPayoutTotals(tx, of);
    const differences = pageSlice({ count: found, limit: DIFFERENCES_PER_PAGE, wanted: wish.differences ?? 1 });
    const payouts = pageSlice({ count: paidOut.count, limit: PAYOUTS_PER_PAGE, wanted: wish.payouts ?? 1 });
    const checked = await countFundChecks(tx, of);
    const checks = pageSlice({ count: checked, limit: CHECKS_PER_PAGE, wanted: wish.checks ?? 1 });
    const shown = await listFundChecks(tx, { ...of, ...checks });
    const unasked = await listUnasked(tx, { schoolId, checkIds: shown.map(({ id }) => id) });
    return done({
      book,
      currency: settings.currency,
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      maySettle: mayRunFund(actor),
      checks: shown.map((check) => ({ ...check, unasked: unasked.filter(({ checkId }) => checkId === check.id) })),
      accounts: await listAccounts(tx, wiring, of),
      isStandIn: wiring.env.mode === "local",
      differences: await listDifferences(tx, { ...of, ...differences }),
      payouts: await listPayouts(tx, { ...of, ...payouts }),
      lists: {
        checks: { count: checked, ...placeOf(checks) },
        differences: { count: found, open: await countOpenDifferences(tx, of), ...placeOf(differences) },
        payouts: { ...paidOut, ...placeOf(payouts) },
      },
    });
  });
}

const placeOf = ({ page, pages }: { page: number; pages: number }) => ({ page, pages });

/** Each account of a book that was not ended, and up to which moment it was compared: null when it never was. */
async function listAccounts(tx: ScopeTx, wiring: Wiring, of: { schoolId: string; book: Book }) {
  const upTo = await listCheckedUpTo(tx, of);
  const rows = await listFundAccounts(tx, of);
  return (await listKnownAccounts(tx, wiring, of)).map((account) => ({
    accountId: account.accountId,
    stripeAccount: rows.find(({ id }) => id === account.accountId)?.stripe_account ?? "",
    hasKey: hasKey(account),
    upTo: upTo.get(account.accountId) ?? null,
  }));
}
