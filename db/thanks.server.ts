import { sql } from "kysely";
import type { ThanksWish } from "~/domain/fund/thanks";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

interface OneGift {
  schoolId: string;
  giftId: string;
}

/** How a donor wishes to be thanked from now on; the school reads it again before it shows anything. */
export async function putThanksWish(
  tx: ScopeTx,
  { schoolId, giftId, thanks, words, withAmount }: OneGift & ThanksWish,
): Promise<void> {
  await tx
    .updateTable("gifts")
    .set({ thanks, thanks_words: words, thanks_amount: withAmount, thanks_shown_at: null })
    .where("school_id", "=", schoolId)
    .where("id", "=", giftId)
    .execute();
}

/** Since when the school shows its thanks for a gift; null takes them off the page. */
export async function putThanksShown(
  tx: ScopeTx,
  { schoolId, giftId, shownAt }: OneGift & { shownAt: Date | null },
): Promise<void> {
  await tx
    .updateTable("gifts")
    .set({ thanks_shown_at: shownAt?.toISOString() ?? null })
    .where("school_id", "=", schoolId)
    .where("id", "=", giftId)
    .execute();
}

/**
 * What a school's public page says, the newest first: gifts that are paid, whose donors wish it and which somebody at the school has
 * read, each with what came of it. A name or an amount that is not wished is not read at all.
 */
export function listThanks(tx: ScopeTx, { schoolId, book }: { schoolId: string; book: Book }) {
  return tx
    .selectFrom("gifts as g")
    .leftJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "g.district_id").onRef("o.id", "=", "g.organisation_id"),
    )
    .select([
      sql<string | null>`case when g.thanks = 'named' and not g.anonymous then coalesce(o.name, g.donor_name) end`.as(
        "name",
      ),
      sql<number | null>`case when g.thanks_amount then g.came_minor end`.as("minor"),
      "g.purpose",
      "g.currency",
      "g.thanks_words as words",
    ])
    .where("g.school_id", "=", schoolId)
    .where("g.book", "=", book)
    .where("g.thanks", "<>", "none")
    .where("g.standing", "=", "paid")
    .where("g.thanks_shown_at", "is not", null)
    .orderBy("g.thanks_shown_at", "desc")
    .orderBy("g.id")
    .limit(200)
    .execute();
}
