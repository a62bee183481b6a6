import { sql } from "kysely";
import { UNDER_WAY } from "~/domain/fund/gift-truth";
import { UNASKED } from "~/domain/fund/leaving";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

interface OneGift {
  schoolId: string;
  giftId: string;
}

/** A gift is paid at another account from now on; null: the one that the settings of the server name. */
export async function moveGift(tx: ScopeTx, gift: OneGift & { accountId: string | null }): Promise<void> {
  await tx
    .updateTable("gifts")
    .set({ account_id: gift.accountId })
    .where("school_id", "=", gift.schoolId)
    .where("id", "=", gift.giftId)
    .execute();
}

/** A gift leaves its account, which was ended, and takes along what the books hold of it there. */
export async function releaseGift(
  tx: ScopeTx,
  gift: OneGift & { keptLeftMinor: number; keptFeeMinor: number },
): Promise<void> {
  await tx
    .updateTable("gifts")
    .set({ account_id: null, kept_left_minor: gift.keptLeftMinor, kept_fee_minor: gift.keptFeeMinor })
    .where("school_id", "=", gift.schoolId)
    .where("id", "=", gift.giftId)
    .execute();
}

/** An invoice of a gift that is left open at an account nobody can tell of anything any more. */
export async function noteLeftInvoice(tx: ScopeTx, gift: OneGift & { reference: string }): Promise<void> {
  await tx
    .updateTable("gift_references")
    .set({ left_open: true })
    .where("school_id", "=", gift.schoolId)
    .where("gift_id", "=", gift.giftId)
    .where("reference", "=", gift.reference)
    .execute();
}

/** Gifts whose invoice may still be paid at an account that was ended, the newest first. */
export async function listLeftInvoices(
  tx: ScopeTx,
  { schoolId, accountId }: { schoolId: string; accountId: string },
): Promise<{ id: string; standing: string; minor: number; currency: string }[]> {
  return tx
    .selectFrom("gifts as g")
    .innerJoin("gift_references as r", (join) =>
      join.onRef("r.school_id", "=", "g.school_id").onRef("r.gift_id", "=", "g.id"),
    )
    .select(["g.id", "g.standing", "g.minor", "g.currency"])
    .distinct()
    .select("g.created_at")
    .where("g.school_id", "=", schoolId)
    .where("r.account_id", "=", accountId)
    .where((eb) =>
      eb.or([
        eb("r.left_open", "=", true),
        eb("g.account_id", "=", accountId).and("g.standing", "in", ["invoiced", "uncollectible"]),
      ]),
    )
    .orderBy("g.created_at", "desc")
    .execute();
}

/** Gifts that are on their way, invoiced, promised or disputed at an account: how many, and the newest of them. */
export async function listGiftsAtAccount(
  tx: ScopeTx,
  { schoolId, accountId }: { schoolId: string; accountId: string },
): Promise<{ id: string; standing: string; minor: number; currency: string }[]> {
  return tx
    .selectFrom("gifts")
    .select(["id", "standing", "minor", "currency"])
    .where("school_id", "=", schoolId)
    .where("account_id", "=", accountId)
    .where("standing", "in", [...UNDER_WAY])
    .orderBy("created_at", "desc")
    .execute();
}

/** Whether something at the account that the settings of the server name belongs to a gift of a book. */
export async function hasGiftsAtServer(
  tx: ScopeTx,
  { schoolId, book }: { schoolId: string; book: Book },
): Promise<boolean> {
  const row = await tx
    .selectFrom("gift_references")
    .select("reference")
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("account_id", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The account of the server's settings has become one of the school's own: its gifts are paid there. */
export async function adoptGiftsOfServer(
  tx: ScopeTx,
  { schoolId, book, accountId }: { schoolId: string; book: Book; accountId: string },
): Promise<void> {
  await tx
    .updateTable("gift_references")
    .set({ account_id: accountId })
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("account_id", "is", null)
    .execute();
  await sql`update gifts g set account_id = ${accountId}
    where g.school_id = ${schoolId} and g.book = ${book} and g.account_id is null
      and exists (select from gift_references r where r.school_id = g.school_id and r.gift_id = g.id)`.execute(tx);
}

/** Gifts that nobody has paid, and for which a checkout was opened at an account. */
export async function listPayableGifts(
  tx: ScopeTx,
  { schoolId, accountId }: { schoolId: string; accountId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("gifts as g")
    .select("g.id")
    .where("g.school_id", "=", schoolId)
    .where("g.account_id", "=", accountId)
    .where("g.standing", "in", [...UNASKED])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("gift_references as r")
          .select("r.reference")
          .whereRef("r.school_id", "=", "g.school_id")
          .whereRef("r.gift_id", "=", "g.id")
          .where("r.reference", "like", "cs\\_%"),
      ),
    )
    .orderBy("g.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The objects at an account that gifts are paid through, the newest first, ten at most. */
export async function listNewestReferences(
  tx: ScopeTx,
  { schoolId, accountId }: { schoolId: string; accountId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("gift_references as r")
    .innerJoin("gifts as g", (join) => join.onRef("g.school_id", "=", "r.school_id").onRef("g.id", "=", "r.gift_id"))
    .select("r.reference")
    .where("r.school_id", "=", schoolId)
    .where("r.account_id", "=", accountId)
    .orderBy("g.created_at", "desc")
    .limit(10)
    .execute();
  return rows.map(({ reference }) => reference);
}
