import { sql } from "kysely";
import type { DistrictNoun } from "~/domain/merge/apart";
import type { ScopeTx } from "./scope.server";

const TABLES = { organisation: "organisations_apart", mentor: "mentors_apart" } as const;

interface OfNoun {
  districtId: string;
  noun: DistrictNoun;
}

interface OfPair extends OfNoun {
  /** In either order. */
  oneId: string;
  otherId: string;
}

/** Keeps that two of the district are two; answers false when that was said already. */
export async function insertTwinsApart(
  tx: ScopeTx,
  { districtId, noun, oneId, otherId, schoolId, now }: OfPair & { schoolId: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into ${sql.table(TABLES[noun])} (district_id, one_id, other_id, by_school_id, said_at)
    values (${districtId}, least(${oneId}::uuid, ${otherId}::uuid), greatest(${oneId}::uuid, ${otherId}::uuid), ${schoolId}, ${now.toISOString()})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Takes that back; answers false when nobody says so. */
export async function deleteTwinsApart(tx: ScopeTx, { districtId, noun, oneId, otherId }: OfPair): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(TABLES[noun])
    .where("district_id", "=", districtId)
    .where("one_id", "=", sql<string>`least(${oneId}::uuid, ${otherId}::uuid)`)
    .where("other_id", "=", sql<string>`greatest(${oneId}::uuid, ${otherId}::uuid)`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What staff of the district said to be two, the latest first, with the school where it was said. */
export function listTwinsApart(tx: ScopeTx, { districtId, noun }: OfNoun) {
  return tx
    .selectFrom(`${TABLES[noun]} as a`)
    .innerJoin("schools as s", (join) =>
      join.onRef("s.district_id", "=", "a.district_id").onRef("s.id", "=", "a.by_school_id"),
    )
    .select(["a.one_id", "a.other_id", "a.said_at", "s.name as school_name"])
    .where("a.district_id", "=", districtId)
    .orderBy("a.said_at", "desc")
    .orderBy("a.one_id")
    .orderBy("a.other_id")
    .execute();
}

/** Forgets that a mentor was said to be another one than anybody: they went into one of them. */
export async function deleteMentorApart(
  tx: ScopeTx,
  { districtId, mentorId }: { districtId: string; mentorId: string },
): Promise<void> {
  await tx
    .deleteFrom("mentors_apart")
    .where("district_id", "=", districtId)
    .where((eb) => eb.or([eb("one_id", "=", mentorId), eb("other_id", "=", mentorId)]))
    .execute();
}
