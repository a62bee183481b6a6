import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { lockAccount } from "~/steps/lock-account.server";
import type { Wiring } from "~/wiring";
import { listGiftsAtAccount, releaseUnpaidGifts } from "~db/account-gifts.server";
import { recordAct } from "~db/audit.server";
import { endFundAccount } from "~db/fund-accounts.server";
import { withScope } from "~db/scope.server";

export type EndAccountRefusal = "not_permitted" | "not_found" | "changed_before" | "in_use";

/**
 * An admin ends an account that takes no gifts any more: its key and secrets are forgotten, what happens there is told to nobody, and no
 * check looks there. `underWay` is how many gifts the page named as still under way; if there are more by now, nothing happens.
 */
export async function endAccount(
  wiring: Wiring,
  actor: Actor,
  { accountId, seen, underWay }: { accountId: string; seen: number; underWay: number },
): Promise<Outcome<null, EndAccountRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const account = await lockAccount(tx, { schoolId, accountId, seen });
    if (!account.ok) return account;
    const { book, secret_key: key, replaced_at: replacedAt, ended_at: endedAt } = account.value;
    if (endedAt !== null) return refused("changed_before");
    if (replacedAt === null && key !== null) return refused("in_use");
    if ((await listGiftsAtAccount(tx, { schoolId, accountId })).length > underWay) return refused("changed_before");
    await releaseUnpaidGifts(tx, { schoolId, accountId });
    await endFundAccount(tx, { schoolId, accountId, now });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `end account ${book}`, now });
    return done(null);
  });
}
