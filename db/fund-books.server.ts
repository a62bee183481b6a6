import { sql } from "kysely";
import { type FundSettings, fundSettingsFrom } from "~/domain/fund/settings";
import type { ScopeTx } from "./scope.server";

export type Book = "test" | "live";

export interface FundRow {
  book: Book;
  isOpen: boolean;
  settings: FundSettings;
  revision: number;
}

/** What a school decided about its fund; one that has decided nothing yet has the defaults, tries out, and is not open. */
export async function getFund(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<FundRow> {
  const row = await tx.selectFrom("fund_settings").selectAll().where("school_id", "=", schoolId).executeTakeFirst();
  const stored = (row?.settings ?? {}) as Record<string, unknown>;
  return {
    book: row?.book === "live" ? "live" : "test",
    isOpen: row?.is_open ?? false,
    settings: fundSettingsFrom(stored),
    revision: row?.revision ?? 0,
  };
}

/** Stores what a school decided; answers false when somebody else did since `seen`. */
export async function putFund(
  tx: ScopeTx,
  fund: { schoolId: string; book: Book; isOpen: boolean; settings: FundSettings; seen: number; now: Date },
): Promise<boolean> {
  const set = {
    book: fund.book,
    is_open: fund.isOpen,
    settings: JSON.stringify(fund.settings),
    revision: fund.seen + 1,
    updated_at: fund.now.toISOString(),
  };
  const result = await tx
    .insertInto("fund_settings")
    .values({ school_id: fund.schoolId, ...set })
    .onConflict((conflict) =>
      conflict.column("school_id").doUpdateSet(set).where("fund_settings.revision", "=", fund.seen),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface OfBook {
  schoolId: string;
  book: Book;
}

/** The account at Stripe behind a book, with its keys sealed; undefined while none is connected. */
export function findFundBook(tx: ScopeTx, { schoolId, book }: OfBook) {
  return tx
    .selectFrom("fund_books")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .executeTakeFirst();
}

/** Both books, for the page that connects them; nothing of the keys but that they are there. */
export function listFundBooks(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return tx
    .selectFrom("fund_books")
    .select((eb) => [
      "book",
      "key_hint",
      "connected_at",
      eb("secret_key", "is not", null).as("has_key"),
      eb.fn<number>("cardinality", ["webhook_secrets"]).as("secrets"),
    ])
    .where("school_id", "=", schoolId)
    .orderBy("book")
    .execute();
}

/** Makes every other change of this book's balances wait until the transaction ends. */
export async function lockFundBook(tx: ScopeTx, { schoolId, book }: OfBook): Promise<void> {
  await tx
    .insertInto("fund_books")
    .values({ school_id: schoolId, book })
    .onConflict((conflict) => conflict.columns(["school_id", "book"]).doNothing())
    .execute();
  await tx
    .selectFrom("fund_books")
    .select("book")
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .forNoKeyUpdate()
    .execute();
}

/** Makes everybody else who looks at this payout wait until the transaction ends. It has no row before it is in the ledger. */
export async function lockPayout(tx: ScopeTx, { schoolId, book, payout }: OfBook & { payout: string }): Promise<void> {
  const name = `payout ${schoolId} ${book} ${payout}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** Stores the sealed key of an account, or its sealed webhook secrets, newest first. */
export async function putFundBook(
  tx: ScopeTx,
  { schoolId, book, ...set }: OfBook & { secretKey?: Buffer; keyHint?: string; webhookSecrets?: Buffer[]; now: Date },
): Promise<void> {
  await lockFundBook(tx, { schoolId, book });
  await tx
    .updateTable("fund_books")
    .set({
      ...(set.secretKey && {
        secret_key: set.secretKey,
        key_hint: set.keyHint ?? "",
        connected_at: set.now.toISOString(),
      }),
      ...(set.webhookSecrets && { webhook_secrets: set.webhookSecrets }),
    })
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .execute();
}
