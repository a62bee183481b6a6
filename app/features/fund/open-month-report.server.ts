import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { fiscalYearOf } from "~/domain/fund/fiscal-year";
import { type Period, periodOfMonth, readMonth, yearUpTo } from "~/domain/fund/month";
import { reportRows } from "~/domain/fund/month-report";
import { mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { listMovements } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** A month for the business office, and its fiscal year up to the end of it. `month` is the running one when left out or not a month. */
export async function openMonthReport(wiring: Wiring, actor: Actor, wish: { month: string | null }) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings } = await getFund(tx, { schoolId });
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const thisMonth = civilDate(wiring.clock.now(), timeZone).slice(0, 7);
    const month = readMonth(wish.month) ?? thisMonth;
    const report = async (period: Period) => ({
      ...period,
      rows: reportRows(await listMovements(tx, { schoolId, book, ...period })),
    });
    return done({
      book,
      settings,
      month,
      thisMonth,
      fiscalYear: fiscalYearOf(`${month}-01`, settings.fiscalYearStart),
      ofMonth: await report(periodOfMonth(month)),
      ofYear: await report(yearUpTo(month, settings.fiscalYearStart)),
    });
  });
}
