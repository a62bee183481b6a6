import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { lockAccount } from "~/steps/lock-account.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { putAccountSecrets } from "~db/fund-accounts.server";
import { withScope } from "~db/scope.server";

/** An admin ends the older of two webhook secrets, which somebody else may know: from now on nothing that it signs is taken. */
export async function endOldSecret(
  wiring: Wiring,
  actor: Actor,
  { accountId, seen }: { accountId: string; seen: number },
): Promise<Outcome<null, "not_permitted" | "not_found" | "changed_before" | "one_secret">> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const account = await lockAccount(tx, { schoolId, accountId, seen });
    if (!account.ok) return account;
    const { webhook_secrets: secrets, book } = account.value;
    if (secrets.length < 2) return refused("one_secret");
    await putAccountSecrets(tx, { schoolId, accountId, webhookSecrets: secrets.slice(0, 1) });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `end webhook secret ${book}`, now });
    return done(null);
  });
}
