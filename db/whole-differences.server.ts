import { sql } from "kysely";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

interface OfBook {
  schoolId: string;
  book: Book;
}

/** What the open difference of the whole balance comes to by now; answers false when none is open. */
export async function putWholeDifference(
  tx: ScopeTx,
  { stripeMinor, ledgerMinor, ...book }: OfBook & { stripeMinor: number; ledgerMinor: number },
): Promise<boolean> {
  const result = await open(tx, book).set({ stripe_minor: stripeMinor, ledger_minor: ledgerMinor }).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The whole balance is equal again, and nobody has to say why. Answers how many differences were open. */
export async function settleWholeDifference(tx: ScopeTx, { now, ...book }: OfBook & { now: Date }): Promise<number> {
  const result = await open(tx, book).set({ settled_at: now.toISOString() }).executeTakeFirst();
  return Number(result.numUpdatedRows);
}

function open(tx: ScopeTx, { schoolId, book }: OfBook) {
  return tx
    .updateTable("fund_differences")
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("kind", "=", "whole_balance")
    .where("settled_at", "is", null);
}

/**
 * What lies at Stripe in lines that wait for a person, and what the ledger holds there for gifts that wait because the account knows
 * nothing of them; minor units.
 */
export async function getOpenMinor(
  tx: ScopeTx,
  { schoolId, book, currency }: OfBook & { currency: string },
): Promise<{ openMinor: number; missingMinor: number }> {
  const { rows } = await sql<{ openMinor: number; missingMinor: number }>`
    select
      (select coalesce(sum(stripe_minor), 0)::bigint from fund_differences
        where school_id = ${schoolId} and book = ${book} and kind = 'unknown_line' and settled_at is null
          and currency = ${currency}) as "openMinor",
      (select coalesce(sum(l.minor), 0)::bigint
        from fund_lines l join fund_entries e on e.school_id = l.school_id and e.id = l.entry_id
        where l.school_id = ${schoolId} and l.book = ${book} and l.account = 'stripe'
          and e.gift_id::text in (select reference from fund_differences
            where school_id = ${schoolId} and book = ${book} and kind = 'missing_object' and settled_at is null)
      ) as "missingMinor"`.execute(tx);
  const [row] = rows;
  return { openMinor: row?.openMinor ?? 0, missingMinor: row?.missingMinor ?? 0 };
}
