import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { lockAccount } from "~/steps/lock-account.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { forgetAccountKey } from "~db/fund-accounts.server";
import { closeFund } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";

/**
 * An admin takes the key of the account away, because somebody else may know it: it is forgotten, and the fund closes if it uses this
 * book. What is under way at Stripe goes on there; its events are asked for again until a new key of the account takes it up.
 */
export async function disconnectAccount(
  wiring: Wiring,
  actor: Actor,
  { accountId, seen }: { accountId: string; seen: number },
): Promise<Outcome<null, "not_permitted" | "not_found" | "changed_before" | "no_key">> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const account = await lockAccount(tx, { schoolId, accountId, seen });
    if (!account.ok) return account;
    const { book, secret_key: key, replaced_at: replacedAt } = account.value;
    if (key === null) return refused("no_key");
    await forgetAccountKey(tx, { schoolId, accountId });
    if (replacedAt === null) await closeFund(tx, { schoolId, book, now });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `disconnect ${book}`, now });
    return done(null);
  });
}
