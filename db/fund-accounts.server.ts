import { sql } from "kysely";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

interface OfBook {
  schoolId: string;
  book: Book;
}

interface OneAccount {
  schoolId: string;
  accountId: string;
}

/** The accounts at Stripe that a book has or had, with their keys sealed, the newest first; ended ones come last. */
export function listFundAccounts(tx: ScopeTx, { schoolId, book }: OfBook) {
  return tx
    .selectFrom("fund_accounts")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .orderBy("ended_at", (order) => order.desc().nullsFirst())
    .orderBy("replaced_at", (order) => order.desc().nullsFirst())
    .execute();
}

export type FundAccountRow = Awaited<ReturnType<typeof listFundAccounts>>[number];

/** One account, with its keys sealed; undefined where the school has no such account. */
export function findFundAccount(tx: ScopeTx, { schoolId, accountId }: OneAccount): Promise<FundAccountRow | undefined> {
  return tx
    .selectFrom("fund_accounts")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", accountId)
    .executeTakeFirst();
}

/** A new account, which takes no gifts before it has a key; undefined when Stripe's account is one of any school already. */
export async function insertFundAccount(
  tx: ScopeTx,
  { schoolId, book, stripeAccount, now }: OfBook & { stripeAccount: string; now: Date },
): Promise<string | undefined> {
  const row = await tx
    .insertInto("fund_accounts")
    .values({
      ...{ school_id: schoolId, book, stripe_account: stripeAccount },
      ...{ connected_at: now.toISOString(), replaced_at: now.toISOString() },
    })
    .onConflict((conflict) => conflict.columns(["book", "stripe_account"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Notes how Stripe names an account of which this was not asked before. Throws where another school has it. */
export async function putAccountName(tx: ScopeTx, account: OneAccount & { stripeAccount: string }): Promise<void> {
  await ofAccount(tx, account)
    .set({ stripe_account: account.stripeAccount })
    .where("stripe_account", "is", null)
    .execute();
}

/** Another account follows the one that takes gifts in a book. */
export async function replaceFundAccount(tx: ScopeTx, { schoolId, book, now }: OfBook & { now: Date }): Promise<void> {
  await tx
    .updateTable("fund_accounts")
    .set((eb) => ({ replaced_at: now.toISOString(), revision: eb("revision", "+", 1) }))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("replaced_at", "is", null)
    .where("ended_at", "is", null)
    .execute();
}

/** A sealed key, with which an account takes gifts from now on. The one before has been replaced. */
export async function putAccountKey(
  tx: ScopeTx,
  account: OneAccount & { secretKey: Buffer; keyHint: string; now: Date },
): Promise<void> {
  await ofAccount(tx, account)
    .set((eb) => ({
      secret_key: account.secretKey,
      key_hint: account.keyHint,
      connected_at: account.now.toISOString(),
      replaced_at: null,
      ended_at: null,
      revision: eb("revision", "+", 1),
    }))
    .execute();
}

/** The sealed webhook secrets that are valid from now on, the newest first. */
export async function putAccountSecrets(
  tx: ScopeTx,
  account: OneAccount & { webhookSecrets: Buffer[] },
): Promise<void> {
  await ofAccount(tx, account)
    .set((eb) => ({ webhook_secrets: account.webhookSecrets, revision: eb("revision", "+", 1) }))
    .execute();
}

/** Forgets the key of an account; its webhook secrets stay, so that what Stripe tells is asked for again later. */
export async function forgetAccountKey(tx: ScopeTx, account: OneAccount): Promise<void> {
  await ofAccount(tx, account)
    .set((eb) => ({ secret_key: null, revision: eb("revision", "+", 1) }))
    .execute();
}

/** Nothing of an account is asked or taken any more: its key and secrets are forgotten. */
export async function endFundAccount(tx: ScopeTx, account: OneAccount & { now: Date }): Promise<void> {
  await ofAccount(tx, account)
    .set((eb) => ({
      ...{ secret_key: null, key_hint: "", ended_at: account.now.toISOString() },
      webhook_secrets: sql<Buffer[]>`'{}'`,
      revision: eb("revision", "+", 1),
    }))
    .execute();
}

function ofAccount(tx: ScopeTx, { schoolId, accountId }: OneAccount) {
  return tx.updateTable("fund_accounts").where("school_id", "=", schoolId).where("id", "=", accountId);
}
