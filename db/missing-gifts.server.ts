import { sql } from "kysely";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

interface OfBook {
  schoolId: string;
  book: Book;
}

/**
 * Gifts of which an account knew nothing, while that waits for a person: those that are paid at this account by now, and those that are
 * paid at none.
 */
export async function listMissingGifts(
  tx: ScopeTx,
  { schoolId, book, accountId }: OfBook & { accountId: string | null },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("fund_differences as d")
    .innerJoin("gifts as g", (join) =>
      join.onRef("g.school_id", "=", "d.school_id").on(sql<boolean>`g.id::text = d.reference`),
    )
    .select("g.id")
    .where("d.school_id", "=", schoolId)
    .where("d.book", "=", book)
    .where("d.kind", "=", "missing_object")
    .where("d.settled_at", "is", null)
    .where((eb) => eb.or([eb("g.account_id", "is", null), eb("g.account_id", "is not distinct from", accountId)]))
    .orderBy("g.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The gift is known again, and nobody has to say why it was not. Answers how many differences were open. */
export async function settleMissingGift(
  tx: ScopeTx,
  { schoolId, book, giftId, now }: OfBook & { giftId: string; now: Date },
): Promise<number> {
  const result = await tx
    .updateTable("fund_differences")
    .set({ settled_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("kind", "=", "missing_object")
    .where("reference", "=", giftId)
    .where("settled_at", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
