import type { ScopeTx } from "./scope.server";

/** Some of what an organisation gave, at all schools, the newest first. */
export function listOwnGifts(
  tx: ScopeTx,
  { organisationId, offset, limit }: { organisationId: string; offset: number; limit: number },
) {
  return tx
    .selectFrom("gifts as g")
    .select(["g.id", "g.school_id", "g.book", "g.purpose", "g.minor", "g.currency", "g.way", "g.standing"])
    .select(["g.came_back", "g.came_minor", "g.processing_minor", "g.created_at"])
    .where("g.organisation_id", "=", organisationId)
    .orderBy("g.created_at", "desc")
    .orderBy("g.id", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
}

/** How many gifts an organisation gave, at all schools. */
export async function countOwnGifts(tx: ScopeTx, { organisationId }: { organisationId: string }): Promise<number> {
  const { count } = await tx
    .selectFrom("gifts")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("organisation_id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The school that an organisation's gift went to; undefined for a gift of somebody else. */
export async function findSchoolOfOwnGift(
  tx: ScopeTx,
  { organisationId, giftId }: { organisationId: string; giftId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("gifts")
    .select("school_id")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", giftId)
    .executeTakeFirst();
  return row?.school_id;
}
