import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type Account, THERE, type There } from "~/domain/fund/accounts";
import { type Month, periodOfMonth } from "~/domain/fund/month";
import { mayUseFund } from "~/domain/fund/policy";
import type { Purpose } from "~/domain/fund/purposes";
import { done, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { getEntryTotals, listBalances, listEntryLines } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface EntriesWish {
  account?: Account | undefined;
  /** Several accounts that say together what is there; an account goes before them. */
  there?: There | undefined;
  purpose?: Purpose | undefined;
  side?: "debit" | "credit" | undefined;
  /** A month as `readMonth` reads it, or the one it is at the school; all when left out. */
  month?: Month | "running" | undefined;
  /** Days of the school's calendar; a month goes before them. */
  from?: string | undefined;
  to?: string | undefined;
  giftId?: string | undefined;
  allocationId?: string | undefined;
  /** A payout's id at Stripe. */
  payout?: string | undefined;
  /** Only lines of payouts, whichever. */
  ofPayouts?: true | undefined;
  /** A line of Stripe's balance, or a difference of the whole, that is not the fund's. */
  balanceLine?: string | undefined;
  /** Which page of the lines, counted from 1; one past the last is the last. All lines when left out, as in a file. */
  page?: number | undefined;
}

const LINES_PER_PAGE = 50;

/** The lines that a figure is made of, how many they are and what they come to, with the balances at their end. */
export async function listFundEntries(wiring: Wiring, actor: Actor, wish: EntriesWish) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings } = await getFund(tx, { schoolId });
    const { time_zone: timeZone, name } = await getSchool(tx, schoolId);
    const thisMonth = civilDate(wiring.clock.now(), timeZone).slice(0, 7);
    const { month: asked, from, to, page: wanted, account, there, ...which } = wish;
    const accounts = account ? [account] : there && THERE[there];
    const month = asked === "running" ? thisMonth : asked;
    const between = month === undefined ? { from, to } : periodOfMonth(month);
    const filter = { schoolId, book, accounts, ...which, ...between };
    const { count, minor } = await getEntryTotals(tx, filter);
    const { page, pages, ...cut } = pageSlice({ count, limit: LINES_PER_PAGE, wanted: wanted ?? 1 });
    const slice = wanted === undefined ? undefined : cut;
    return done({
      book,
      schoolName: name,
      timeZone,
      settings,
      thisMonth,
      month,
      ...{ count, minor, page, pages },
      between,
      lines: await listEntryLines(tx, { ...filter, slice }),
      balances: await listBalances(tx, { schoolId, book, ...(between.to && { until: between.to }) }),
    });
  });
}
