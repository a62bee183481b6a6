import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { placeOf } from "~/steps/fund-account.server";
import { seal, unseal } from "~/steps/seal.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findFundAccount, putAccountSecrets } from "~db/fund-accounts.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";

/** The new one and the one before: Stripe signs with both while a secret is rolled. */
const VALID_SECRETS = 2;

/**
 * An admin enters the signing secret of an account's webhook. The one before stays valid, so that no event is lost in between;
 * entering one again that is valid changes nothing.
 */
export async function addWebhookSecret(
  wiring: Wiring,
  actor: Actor,
  { accountId, webhookSecret }: { accountId: string; webhookSecret: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "no_seal">> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const sealSecret = wiring.env.payments?.sealSecret;
  if (!sealSecret) return refused("no_seal");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const shown = await findFundAccount(tx, { schoolId, accountId });
    if (!shown || shown.ended_at !== null) return refused("not_found");
    const book = shown.book as Book;
    await lockFundBook(tx, { schoolId, book });
    const before = (await findFundAccount(tx, { schoolId, accountId }))?.webhook_secrets ?? [];
    const place = placeOf({ schoolId, book, what: "webhook" });
    const secret = webhookSecret.trim();
    if (before.some((known) => unseal(sealSecret, place, known) === secret)) return done(null);
    const webhookSecrets = [seal(sealSecret, place, secret), ...before].slice(0, VALID_SECRETS);
    await putAccountSecrets(tx, { schoolId, accountId, webhookSecrets });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `webhook secret ${book}`, now });
    return done(null);
  });
}
