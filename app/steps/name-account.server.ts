import type { StaffActor, SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listNewestReferences } from "~db/account-gifts.server";
import { listFundAccounts, putAccountName } from "~db/fund-accounts.server";
import type { Book } from "~db/fund-books.server";
import { isTaken } from "~db/is-taken.server";
import { withScope } from "~db/scope.server";
import { placeOf } from "./fund-account.server";
import { unseal } from "./seal.server";

interface Asked {
  book: Book;
  /** A key that an admin enters: it may be a new one of an account whose old key Stripe refuses by now. */
  newKey?: { key: string; stripeAccount: string };
}

/**
 * Asks Stripe for the names of accounts that are kept from before this was asked, so that no other school enters them too. Where the old
 * key is refused, the account is the new key's if that knows what a gift was paid through.
 */
export async function nameOldAccounts(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  { book, newKey }: Asked,
): Promise<Outcome<null, "unavailable">> {
  const { payments, env, log } = wiring;
  const { schoolId } = actor;
  const rows = await withScope(wiring, actor, (tx) => listFundAccounts(tx, { schoolId, book }));
  for (const { id: accountId, secret_key: sealed } of rows.filter((row) => row.stripe_account === null)) {
    const sealSecret = env.payments?.sealSecret ?? "";
    const key = sealed && unseal(sealSecret, placeOf({ schoolId, book, what: "key" }), sealed);
    const named = key && payments ? await payments.nameAccount(key) : refused("refused");
    if (!named.ok && named.reason === "unavailable") return refused("unavailable");
    const stripeAccount = named.ok ? named.value : await nameByGift(wiring, actor, { accountId, newKey });
    if (stripeAccount === null) continue;
    try {
      await withScope(wiring, actor, (tx) => putAccountName(tx, { schoolId, accountId, stripeAccount }));
    } catch (error) {
      if (!isTaken(error)) throw error;
      log.error({ schoolId }, "two schools have the same account at Stripe: one has to enter another key");
    }
  }
  return done(null);
}

async function nameByGift(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  { accountId, newKey }: { accountId: string; newKey: Asked["newKey"] },
): Promise<string | null> {
  const { schoolId } = actor;
  const references = await withScope(wiring, actor, (tx) => listNewestReferences(tx, { schoolId, accountId }));
  for (const reference of newKey ? references : []) {
    const asked = await wiring.payments?.readGift(newKey?.key ?? "", [reference]);
    if (asked?.ok) return newKey?.stripeAccount ?? null;
  }
  return null;
}
