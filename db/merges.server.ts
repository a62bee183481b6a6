import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export type MergedNoun = "organisation" | "contact" | "mentor" | "person";

interface OfMerge {
  districtId: string;
  mergeId: string;
}

/** Writes down that one of two went into the other; answers the id under which its rows are kept. */
export async function insertMerge(
  tx: ScopeTx,
  merge: { districtId: string; noun: MergedNoun; keptId: string; goneId: string; schoolId: string; now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("merges")
    .values({
      district_id: merge.districtId,
      noun: merge.noun,
      kept_id: merge.keptId,
      gone_id: merge.goneId,
      by_school_id: merge.schoolId,
      merged_at: merge.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The merge that took one into the other and was not undone, or undefined: what a second press meets. */
export async function findStandingMerge(
  tx: ScopeTx,
  { districtId, keptId, goneId }: { districtId: string; keptId: string; goneId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("merges")
    .select("id")
    .where("district_id", "=", districtId)
    .where("kept_id", "=", keptId)
    .where("gone_id", "=", goneId)
    .where("undone_at", "is", null)
    .executeTakeFirst();
  return row?.id;
}

function merges(tx: ScopeTx, districtId: string) {
  return tx
    .selectFrom("merges as m")
    .innerJoin("schools as s", (join) =>
      join.onRef("s.district_id", "=", "m.district_id").onRef("s.id", "=", "m.by_school_id"),
    )
    .select(["m.id", "m.noun", "m.kept_id", "m.gone_id", "m.merged_at", "m.undone_at", "s.name as school_name"])
    .where("m.district_id", "=", districtId);
}

/** One merge of the district with the school that made it. */
export function findMerge(tx: ScopeTx, { districtId, mergeId }: OfMerge) {
  return merges(tx, districtId).where("m.id", "=", mergeId).executeTakeFirst();
}

/** The same, locked until the transaction ends: whoever undoes it at the same moment waits. */
export function lockMerge(tx: ScopeTx, { districtId, mergeId }: OfMerge) {
  return merges(tx, districtId).where("m.id", "=", mergeId).forUpdate("m").executeTakeFirst();
}

export type MergeRecord = NonNullable<Awaited<ReturnType<typeof findMerge>>>;

/** Merges of the district that stand since a moment, the latest first. */
export function listStandingMerges(
  tx: ScopeTx,
  { districtId, noun, since }: { districtId: string; noun: MergedNoun; since: Date },
) {
  return merges(tx, districtId)
    .where("m.noun", "=", noun)
    .where("m.undone_at", "is", null)
    .where("m.merged_at", ">=", since.toISOString())
    .orderBy("m.merged_at", "desc")
    .orderBy("m.id")
    .execute();
}

/**
 * Whether something else went into the same one after a merge and was not undone, or a merge of another noun moved some of the same ties:
 * that has to be undone first.
 */
export async function hasLaterMerge(
  tx: ScopeTx,
  {
    districtId,
    mergeId,
    keptId,
    mergedAt,
    tied,
  }: OfMerge & { keptId: string; mergedAt: string; tied?: { noun: MergedNoun; ids: readonly string[] } },
): Promise<boolean> {
  const row = await tx
    .selectFrom("merges")
    .select("id")
    .where("district_id", "=", districtId)
    .where((eb) => {
      const ids = tied?.ids.length ? [...tied.ids] : [null];
      const touches = eb.or([eb("kept_id", "in", ids), eb("gone_id", "in", ids)]);
      return eb.or([eb("kept_id", "=", keptId), eb.and([eb("noun", "=", tied?.noun ?? ""), touches])]);
    })
    .where("id", "<>", mergeId)
    .where("undone_at", "is", null)
    .where("merged_at", ">=", mergedAt)
    // Two of one moment are told apart by their ids, which are made in order.
    .where((eb) => eb.or([eb("merged_at", ">", mergedAt), eb("id", ">", mergeId)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a later merge of people that stands moved, wrote over or took away some of the same ties: that has to be undone first. */
export async function hasLaterMergeOfTies(
  tx: ScopeTx,
  { districtId, schoolId, mergeId, mergedAt }: OfMerge & { schoolId: string; mergedAt: string },
): Promise<boolean> {
  const tie = (moves: string) =>
    sql`coalesce(${sql.ref(`${moves}.row_key`)}->>'id', ${sql.ref(`${moves}.row_before`)}->>'id')`;
  const { rows } = await sql<{ has: boolean }>`select exists (select from merge_moves own
    join merge_moves v on v.district_id = own.district_id and v.school_id = own.school_id and ${tie("v")} = ${tie("own")}
    join merges m on m.district_id = v.district_id and m.id = v.merge_id
    where own.district_id = ${districtId} and own.merge_id = ${mergeId} and own.school_id = ${schoolId}
      and own.table_name like 'guardian_links%' and v.table_name like 'guardian_links%'
      and m.id <> ${mergeId} and m.undone_at is null
      and (m.merged_at > ${mergedAt} or (m.merged_at = ${mergedAt} and m.id > ${mergeId}))) as has`.execute(tx);
  return rows[0]?.has ?? false;
}

/** Closes a merge that was undone and forgets what it had moved: everything is where it was. */
export async function closeMerge(tx: ScopeTx, { districtId, mergeId, now }: OfMerge & { now: Date }): Promise<void> {
  await tx
    .updateTable("merges")
    .set({ undone_at: now.toISOString() })
    .where("district_id", "=", districtId)
    .where("id", "=", mergeId)
    .execute();
}
