import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { closeCheckouts } from "~/steps/close-checkouts.server";
import { lockAccount, type SeenAccount } from "~/steps/lock-account.server";
import type { Wiring } from "~/wiring";
import { listGiftsAtAccount } from "~db/account-gifts.server";
import { recordAct } from "~db/audit.server";
import { endFundAccount } from "~db/fund-accounts.server";
import type { Book } from "~db/fund-books.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type EndAccountRefusal = "not_permitted" | "not_found" | "changed_before" | "in_use" | "payments_away";

/**
 * An admin ends an account that takes no gifts any more: its key and secrets are forgotten, what happens there is told to nobody, and no
 * check looks there. Checkouts that are open there end first. `underWay` is how many gifts the page named as still under way; if there
 * are more by now, nothing happens.
 */
export async function endAccount(
  wiring: Wiring,
  actor: Actor,
  { accountId, seen, underWay }: { accountId: string; seen: number; underWay: number },
): Promise<Outcome<null, EndAccountRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const shown = { schoolId, accountId, seen, underWay };
  // Asked before Stripe is, and again when it has answered: in between nothing is locked.
  const may = await withScope(wiring, actor, (tx) => lockEndable(tx, shown));
  if (!may.ok) return may;
  const closed = await closeCheckouts(wiring, actor, { book: may.value, accountId });
  if (!closed.ok) return closed;
  return withScope(wiring, actor, async (tx) => {
    const account = await lockEndable(tx, shown);
    if (!account.ok) return account;
    await endFundAccount(tx, { schoolId, accountId, now });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `end account ${account.value}`, now });
    return done(null);
  });
}

/** The book of an account that takes no gifts, with nobody else changing it, if it is as the page showed it. */
async function lockEndable(
  tx: ScopeTx,
  { underWay, ...shown }: SeenAccount & { underWay: number },
): Promise<Outcome<Book, EndAccountRefusal>> {
  const account = await lockAccount(tx, shown);
  if (!account.ok) return account;
  const { book, secret_key: key, replaced_at: replacedAt, ended_at: endedAt } = account.value;
  if (endedAt !== null) return refused("changed_before");
  if (replacedAt === null && key !== null) return refused("in_use");
  return (await listGiftsAtAccount(tx, shown)).length > underWay ? refused("changed_before") : done(book);
}
