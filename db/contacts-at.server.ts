import { sql } from "kysely";
import { MOST_CONTACTS_SHOWN, MOST_LISTINGS_SHOWN } from "~/domain/outreach/shown-at";
import { LAST_CONTACT } from "./contact-desk.server";
import type { ScopeTx } from "./scope.server";

interface At {
  schoolId: string;
  /** The others at this one's. */
  contactId?: string;
  organisationName: string;
  /** Where it is a host: also contacts whose organisation has another name by now. */
  organisationId?: string | null | undefined;
}

/**
 * The school's contacts at an organisation, or those beside one, by name, however its own name is spaced and capitalised. At most
 * `MOST_CONTACTS_SHOWN`.
 */
export async function listContactsAt(
  tx: ScopeTx,
  { schoolId, contactId, organisationName, organisationId }: At,
): Promise<{ id: string; fullName: string; title: string; owner: string | null; lastContactOn: string | null }[]> {
  const rows = await tx
    .selectFrom("contacts as c")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "c.school_id").onRef("p.id", "=", "c.owner_id"))
    .select(["c.id", "c.full_name", "c.title", "p.full_name as owner", LAST_CONTACT.as("last_contact_on")])
    .where("c.school_id", "=", schoolId)
    .$if(contactId !== undefined, (query) => query.where("c.id", "<>", contactId ?? ""))
    .where((is) =>
      is.or([
        sql<boolean>`lower(btrim(c.organisation_name)) = lower(btrim(${organisationName}))`,
        ...(organisationId ? [is("c.organisation_id", "=", organisationId)] : []),
      ]),
    )
    .orderBy(sql`lower(c.full_name)`)
    .orderBy("c.id")
    .limit(MOST_CONTACTS_SHOWN)
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

/** What an organisation offers the school in every state, published first, then by title. At most `MOST_LISTINGS_SHOWN`. */
export function listListingsOf(
  tx: ScopeTx,
  { schoolId, organisationId }: { schoolId: string; organisationId: string },
) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select(["l.id", "l.state", "l.seats", "p.title", "p.kind"])
    .where("l.school_id", "=", schoolId)
    .where("l.organisation_id", "=", organisationId)
    .where("p.erased_at", "is", null)
    .orderBy(sql`l.state <> 'published'`)
    .orderBy("p.title")
    .orderBy("l.id")
    .limit(MOST_LISTINGS_SHOWN)
    .execute();
}
