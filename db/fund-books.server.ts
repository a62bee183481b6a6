import { sql } from "kysely";
import { type Currency, isCurrency } from "~/domain/fund/money";
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

/** Takes no gifts any more, if the fund uses this book; what else was decided stays. */
export async function closeFund(tx: ScopeTx, { schoolId, book, now }: OfBook & { now: Date }): Promise<void> {
  await tx
    .updateTable("fund_settings")
    .set((eb) => ({ is_open: false, revision: eb("revision", "+", 1), updated_at: now.toISOString() }))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("is_open", "=", true)
    .execute();
}

/**
 * The currency of a book: what it holds is all in one. A book that holds nothing yet goes by the settings, which the school may have
 * changed to try another currency out in its other book.
 */
export async function getBookCurrency(tx: ScopeTx, { schoolId, book }: OfBook): Promise<Currency> {
  const held = (table: "fund_entries" | "gifts") =>
    tx
      .selectFrom(table)
      .select("currency")
      .where("school_id", "=", schoolId)
      .where("book", "=", book)
      .limit(1)
      .executeTakeFirst();
  const currency = ((await held("fund_entries")) ?? (await held("gifts")))?.currency;
  return currency !== undefined && isCurrency(currency)
    ? currency
    : (await getFund(tx, { schoolId })).settings.currency;
}

interface OfBook {
  schoolId: string;
  book: Book;
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

/** What a school decided about its fund, with the lock of the book that it uses: neither that nor what the book holds changes meanwhile. */
export async function lockFund(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<FundRow> {
  for (let { book } = await getFund(tx, { schoolId }); ; ) {
    await lockFundBook(tx, { schoolId, book });
    const fund = await getFund(tx, { schoolId });
    if (fund.book === book) return fund;
    book = fund.book;
  }
}

/** Makes everybody else who looks at this payout wait until the transaction ends. It has no row before it is in the ledger. */
export async function lockPayout(tx: ScopeTx, { schoolId, book, payout }: OfBook & { payout: string }): Promise<void> {
  const name = `payout ${schoolId} ${book} ${payout}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
