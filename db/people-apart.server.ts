import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface OfPair {
  schoolId: string;
  /** In either order. */
  oneId: string;
  otherId: string;
}

/** Keeps that two people of the school are two; answers false when that was said already. */
export async function insertPeopleApart(
  tx: ScopeTx,
  { schoolId, oneId, otherId, now }: OfPair & { now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into people_apart (school_id, one_id, other_id, said_at)
    values (${schoolId}, least(${oneId}::uuid, ${otherId}::uuid), greatest(${oneId}::uuid, ${otherId}::uuid), ${now.toISOString()})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Takes that back; answers false when nobody says so. */
export async function deletePeopleApart(tx: ScopeTx, { schoolId, oneId, otherId }: OfPair): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("people_apart")
    .where("school_id", "=", schoolId)
    .where("one_id", "=", sql<string>`least(${oneId}::uuid, ${otherId}::uuid)`)
    .where("other_id", "=", sql<string>`greatest(${oneId}::uuid, ${otherId}::uuid)`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whom staff of the school said to be two, the latest first. */
export function listPeopleApart(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return tx
    .selectFrom("people_apart as a")
    .innerJoin("schools as s", "s.id", "a.school_id")
    .select(["a.one_id", "a.other_id", "a.said_at", "s.name as school_name"])
    .where("a.school_id", "=", schoolId)
    .orderBy("a.said_at", "desc")
    .orderBy("a.one_id")
    .orderBy("a.other_id")
    .execute();
}

/** Forgets that somebody was said to be another one than anybody: they went into one of them. */
export async function deletePersonApart(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<void> {
  await tx
    .deleteFrom("people_apart")
    .where("school_id", "=", schoolId)
    .where((eb) => eb.or([eb("one_id", "=", personId), eb("other_id", "=", personId)]))
    .execute();
}
