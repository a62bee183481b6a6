import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

/** The newest day on which an entry about a gift, a need or a payout counts; null before the first. */
export async function findLastDay(
  tx: ScopeTx,
  {
    schoolId,
    book,
    of,
  }: { schoolId: string; book: Book; of: { giftId: string } | { allocationId: string } | { payout: string } },
): Promise<string | null> {
  const row = await tx
    .selectFrom("fund_entries")
    .select((eb) => eb.fn.max("on_day").as("day"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .$if("giftId" in of, (query) => query.where("gift_id", "=", "giftId" in of ? of.giftId : ""))
    .$if("allocationId" in of, (query) =>
      query.where("allocation_id", "=", "allocationId" in of ? of.allocationId : ""),
    )
    .$if("payout" in of, (query) => query.where("payout", "=", "payout" in of ? of.payout : ""))
    .executeTakeFirst();
  return row?.day ?? null;
}
