import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { Account } from "~/domain/fund/accounts";
import { type Month, periodOfMonth } from "~/domain/fund/month";
import { mayUseFund } from "~/domain/fund/policy";
import type { Purpose } from "~/domain/fund/purposes";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { listBalances, listEntryLines } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface EntriesWish {
  account?: Account | undefined;
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
}

/** More than a school posts in a month; the file of a month is whole. */
const LONGEST_LIST = 20_000;

/** The lines that a figure is made of, or a month for the business office, with the balances at its end. */
export async function listFundEntries(wiring: Wiring, actor: Actor, wish: EntriesWish) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings } = await getFund(tx, { schoolId });
    const { time_zone: timeZone, name } = await getSchool(tx, schoolId);
    const thisMonth = civilDate(wiring.clock.now(), timeZone).slice(0, 7);
    const { month: asked, from, to, ...which } = wish;
    const month = asked === "running" ? thisMonth : asked;
    const between = month === undefined ? { from, to } : periodOfMonth(month);
    return done({
      schoolName: name,
      timeZone,
      settings,
      thisMonth,
      month,
      lines: await listEntryLines(tx, { schoolId, book, ...which, ...between, limit: LONGEST_LIST }),
      balances: await listBalances(tx, { schoolId, book, ...(between.to && { until: between.to }) }),
    });
  });
}
