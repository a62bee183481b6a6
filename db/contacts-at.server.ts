import { sql } from "kysely";
import { LAST_CONTACT } from "./contact-desk.server";
import type { ScopeTx } from "./scope.server";

/** More of one organisation no page of a contact shows; the list of contacts finds them all by its name. */
const MOST_SHOWN = 20;

/** The school's other contacts at an organisation, by name, however its own name is spaced and capitalised. At most twenty. */
export async function listContactsAt(
  tx: ScopeTx,
  { schoolId, contactId, organisationName }: { schoolId: string; contactId: string; organisationName: string },
): Promise<{ id: string; fullName: string; title: string; owner: string | null; lastContactOn: string | null }[]> {
  const rows = await tx
    .selectFrom("contacts as c")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "c.school_id").onRef("p.id", "=", "c.owner_id"))
    .select(["c.id", "c.full_name", "c.title", "p.full_name as owner", LAST_CONTACT.as("last_contact_on")])
    .where("c.school_id", "=", schoolId)
    .where("c.id", "<>", contactId)
    .where(sql<boolean>`lower(btrim(c.organisation_name)) = lower(btrim(${organisationName}))`)
    .orderBy(sql`lower(c.full_name)`)
    .orderBy("c.id")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fullName: row.full_name,
    title: row.title,
    owner: row.owner,
    lastContactOn: row.last_contact_on,
  }));
}

/** How many of an organisation's placements the school has published. */
export async function countPublishedOf(
  tx: ScopeTx,
  { schoolId, organisationId }: { schoolId: string; organisationId: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("listings")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("school_id", "=", schoolId)
    .where("organisation_id", "=", organisationId)
    .where("state", "=", "published")
    .executeTakeFirstOrThrow();
  return Number(count);
}
