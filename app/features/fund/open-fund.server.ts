import type { Actor } from "~/domain/actor";
import { mayRunFund, mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import { openFundAccount } from "~/steps/fund-account.server";
import type { Wiring } from "~/wiring";
import { countWaitingAllocations } from "~db/fund-allocations.server";
import { getFund } from "~db/fund-books.server";
import { countOpenDifferences } from "~db/fund-checks.server";
import { listBalances } from "~db/fund-ledger.server";
import { countGiftsToCome } from "~db/gifts.server";
import { withScope } from "~db/scope.server";

/** The fund at a glance: what is there by account and purpose, and how much waits for somebody. */
export async function openFund(wiring: Wiring, actor: Actor) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const fund = await getFund(tx, { schoolId });
    const { book } = fund;
    const account = await openFundAccount(tx, wiring, { schoolId, book });
    return done({
      ...fund,
      schoolId,
      mayRun: mayRunFund(actor),
      /** Whether the server can keep keys at all, and whether this school has entered one. */
      canConnect: wiring.payments !== null && Boolean(wiring.env.payments?.sealSecret),
      isConnected: account !== null,
      balances: await listBalances(tx, { schoolId, book }),
      waiting: {
        ...(await countWaitingAllocations(tx, { schoolId, book })),
        gifts: await countGiftsToCome(tx, { schoolId, book }),
        differences: await countOpenDifferences(tx, { schoolId, book }),
      },
    });
  });
}

type Answer = Awaited<ReturnType<typeof openFund>>;
export type FundOverview = Extract<Answer, { ok: true }>["value"];
