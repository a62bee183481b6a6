import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface OfPair {
  schoolId: string;
  /** In either order. */
  contactId: string;
  otherId: string;
}

/** Keeps that two contacts of the school are two people; answers false when that was said already. */
export async function insertContactsApart(
  tx: ScopeTx,
  { schoolId, contactId, otherId, now }: OfPair & { now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into contacts_apart (school_id, one_id, other_id, said_at)
    values (${schoolId}, least(${contactId}::uuid, ${otherId}::uuid), greatest(${contactId}::uuid, ${otherId}::uuid), ${now.toISOString()})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Takes that back; answers false when nobody says so. */
export async function deleteContactsApart(tx: ScopeTx, { schoolId, contactId, otherId }: OfPair): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("contacts_apart")
    .where("school_id", "=", schoolId)
    .where("one_id", "=", sql<string>`least(${contactId}::uuid, ${otherId}::uuid)`)
    .where("other_id", "=", sql<string>`greatest(${contactId}::uuid, ${otherId}::uuid)`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface ContactApart {
  id: string;
  fullName: string;
  organisationName: string;
  /** ISO instant. */
  saidAt: string;
}

/** Whom staff said a contact not to be, by name. */
export async function listContactsApart(
  tx: ScopeTx,
  { schoolId, contactId }: { schoolId: string; contactId: string },
): Promise<ContactApart[]> {
  const rows = await tx
    .selectFrom("contacts_apart as a")
    .innerJoin("contacts as c", (join) =>
      join
        .onRef("c.school_id", "=", "a.school_id")
        .on((eb) => eb.or([eb("c.id", "=", eb.ref("a.one_id")), eb("c.id", "=", eb.ref("a.other_id"))])),
    )
    .select(["c.id", "c.full_name", "c.organisation_name", "a.said_at"])
    .where("a.school_id", "=", schoolId)
    .where((eb) => eb.or([eb("a.one_id", "=", contactId), eb("a.other_id", "=", contactId)]))
    .where("c.id", "<>", contactId)
    .orderBy("c.full_name")
    .orderBy("c.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fullName: row.full_name,
    organisationName: row.organisation_name,
    saidAt: row.said_at,
  }));
}
