import type { Actor } from "~/domain/actor";
import { mayRunFund, mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { listDifferences, listFundChecks } from "~db/fund-checks.server";
import { listPayouts } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** How the ledger compares with Stripe: the checks, what they found, and the payouts as they are on the bank statement. */
export async function openChecks(wiring: Wiring, actor: Actor) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings } = await getFund(tx, { schoolId });
    return done({
      currency: settings.currency,
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      maySettle: mayRunFund(actor),
      checks: await listFundChecks(tx, { schoolId, book }),
      differences: await listDifferences(tx, { schoolId, book }),
      payouts: await listPayouts(tx, { schoolId, book }),
    });
  });
}
