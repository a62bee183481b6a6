import type { ScopeTx } from "./scope.server";

/** What an organisation gave, at all schools, the newest first. */
export function listOwnGifts(tx: ScopeTx, { organisationId }: { organisationId: string }) {
  return tx
    .selectFrom("gifts as g")
    .select(["g.id", "g.school_id", "g.purpose", "g.minor", "g.currency", "g.way", "g.standing", "g.created_at"])
    .where("g.organisation_id", "=", organisationId)
    .orderBy("g.created_at", "desc")
    .limit(100)
    .execute();
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
