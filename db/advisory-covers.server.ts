import type { ScopeTx } from "./scope.server";

/** The covers of a school's advisories that are not over on a day, the next one first. */
export function listCovers(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  return coverRows(tx, schoolId)
    .innerJoin("people as co", (join) =>
      join.onRef("co.school_id", "=", "c.school_id").onRef("co.id", "=", "c.cover_id"),
    )
    .innerJoin("people as ad", (join) =>
      join.onRef("ad.school_id", "=", "a.school_id").onRef("ad.id", "=", "a.advisor_id"),
    )
    .select(["co.full_name as cover_name", "ad.full_name as advisor_name"])
    .where("c.to_on", ">=", on)
    .orderBy("c.from_on")
    .orderBy("c.id")
    .execute();
}

/** One cover, locked for this transaction, with whose advisory it is. */
export function lockCover(tx: ScopeTx, { schoolId, coverId }: { schoolId: string; coverId: string }) {
  return coverRows(tx, schoolId).where("c.id", "=", coverId).forUpdate("c").executeTakeFirst();
}

function coverRows(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("advisory_covers as c")
    .innerJoin("advisories as a", (join) =>
      join.onRef("a.school_id", "=", "c.school_id").onRef("a.id", "=", "c.advisory_id"),
    )
    .select(["c.id", "c.advisory_id", "c.cover_id", "c.from_on", "c.to_on", "a.advisor_id", "a.name as advisory_name"])
    .where("c.school_id", "=", schoolId);
}

/** An advisory, locked, so that its covers are given one after another. */
export function lockAdvisory(tx: ScopeTx, { schoolId, advisoryId }: { schoolId: string; advisoryId: string }) {
  return tx
    .selectFrom("advisories")
    .select(["id", "advisor_id", "name"])
    .where("school_id", "=", schoolId)
    .where("id", "=", advisoryId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export interface NewCover {
  schoolId: string;
  advisoryId: string;
  coverId: string;
  from: string;
  to: string;
}

/** The covers of an advisory by one person that share a day with these days. */
export function listCoversWithin(tx: ScopeTx, { schoolId, advisoryId, coverId, from, to }: NewCover) {
  return tx
    .selectFrom("advisory_covers")
    .select(["id", "from_on", "to_on"])
    .where("school_id", "=", schoolId)
    .where("advisory_id", "=", advisoryId)
    .where("cover_id", "=", coverId)
    .where("from_on", "<=", to)
    .where("to_on", ">=", from)
    .execute();
}

export async function insertCover(tx: ScopeTx, { schoolId, advisoryId, coverId, from, to }: NewCover): Promise<string> {
  const { id } = await tx
    .insertInto("advisory_covers")
    .values({ school_id: schoolId, advisory_id: advisoryId, cover_id: coverId, from_on: from, to_on: to })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Another last day for a cover. */
export async function putLastDayOfCover(
  tx: ScopeTx,
  { schoolId, coverId, lastDay }: { schoolId: string; coverId: string; lastDay: string },
): Promise<void> {
  await tx
    .updateTable("advisory_covers")
    .set({ to_on: lastDay })
    .where("school_id", "=", schoolId)
    .where("id", "=", coverId)
    .execute();
}

/** Takes away a cover that had no day. */
export async function deleteCover(
  tx: ScopeTx,
  { schoolId, coverId }: { schoolId: string; coverId: string },
): Promise<void> {
  await tx.deleteFrom("advisory_covers").where("school_id", "=", schoolId).where("id", "=", coverId).execute();
}
