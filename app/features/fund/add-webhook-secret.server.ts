import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { placeOf } from "~/steps/fund-account.server";
import { lockAccount } from "~/steps/lock-account.server";
import { seal, unseal } from "~/steps/seal.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findFundAccount, putAccountSecrets } from "~db/fund-accounts.server";
import type { Book } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";

/** The new one and the one before: Stripe signs with both while a secret is rolled. */
const VALID_SECRETS = 2;

/**
 * An admin enters the signing secret of an account's webhook. The one before stays valid, so that no event is lost in between;
 * entering one again that is valid changes nothing. Of two admins at once the second one is told: the third secret would end the first, by
 * which Stripe may still sign.
 */
export async function addWebhookSecret(
  wiring: Wiring,
  actor: Actor,
  { accountId, seen, webhookSecret }: { accountId: string; seen: number; webhookSecret: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "changed_before" | "no_seal">> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const sealSecret = wiring.env.payments?.sealSecret;
  if (!sealSecret) return refused("no_seal");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const account = await lockAccount(tx, { schoolId, accountId, seen });
    const row = await findFundAccount(tx, { schoolId, accountId });
    if (!row || row.ended_at !== null) return refused("not_found");
    const { webhook_secrets: before } = row;
    const book = row.book as Book;
    const place = placeOf({ schoolId, book, what: "webhook" });
    const secret = webhookSecret.trim();
    if (before.some((known) => unseal(sealSecret, place, known) === secret)) return done(null);
    if (!account.ok) return account;
    const webhookSecrets = [seal(sealSecret, place, secret), ...before].slice(0, VALID_SECRETS);
    await putAccountSecrets(tx, { schoolId, accountId, webhookSecrets });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `webhook secret ${book}`, now });
    return done(null);
  });
}
