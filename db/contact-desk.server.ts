import { sql } from "kysely";
import type { Touched } from "~/domain/outreach/contact";
import type { ScopeTx } from "./scope.server";

export interface ContactQuery {
  schoolId: string;
  /** Part of a name, an organisation's name or an address; "" asks for all. */
  words: string;
  /** "" asks for all. */
  tag: string;
  /** Null asks for all, "nobody" for those whom nobody looks after. */
  owner: string | null;
  touched: Touched;
  /** Civil date; who had no contact since is found by "long_ago". */
  before: string;
}

/** How many contacts the query finds. */
export async function countContacts(tx: ScopeTx, query: ContactQuery): Promise<number> {
  const { count } = await contactsOf(tx, query)
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A page of them by name, each with the day of the last contact and whether the district must not write to the address. */
export function listContacts(tx: ScopeTx, query: ContactQuery & { limit: number; offset: number }) {
  return contactsOf(tx, query)
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "c.school_id").onRef("p.id", "=", "c.owner_id"))
    .select(["c.id", "c.full_name", "c.organisation_name", "c.mail", "c.tags", "p.full_name as owner"])
    .select([LAST_CONTACT.as("last_contact_on"), IS_SILENT.as("is_silent")])
    .orderBy(sql`lower(c.full_name)`)
    .orderBy("c.id")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
}

/** The day of the last call, mail or reply, whoever made or wrote it; null when there was none. */
export const LAST_CONTACT = sql<string | null>`(select greatest(
  (select max(n.happened_on) from contact_notes n where n.school_id = c.school_id and n.contact_id = c.id and n.kind <> 'note'),
  (select max(o.written_on) from outreach_mails o where o.school_id = c.school_id and o.contact_id = c.id))::text)`;

/** Somebody who reads there asked for silence, or mails do not arrive. */
const IS_SILENT = sql<boolean>`exists (select from mail_suppressions s where s.address_hash = c.address_hash
  and s.category = 'outreach' and (s.district_id is null or s.district_id = c.district_id))`;

function contactsOf(tx: ScopeTx, { schoolId, words, tag, owner, touched, before }: ContactQuery) {
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return tx
    .selectFrom("contacts as c")
    .where("c.school_id", "=", schoolId)
    .$if(words !== "", (select) =>
      select.where((eb) =>
        eb.or([
          eb("c.full_name", "ilike", pattern),
          eb("c.organisation_name", "ilike", pattern),
          eb("c.mail", "ilike", pattern),
        ]),
      ),
    )
    .$if(tag !== "", (select) => select.where(sql<boolean>`${tag} = any (c.tags)`))
    .$if(owner === "nobody", (select) => select.where("c.owner_id", "is", null))
    .$if(owner !== null && owner !== "nobody", (select) => select.where("c.owner_id", "=", owner))
    .$if(touched === "never", (select) => select.where(sql<boolean>`${LAST_CONTACT} is null`))
    .$if(touched === "long_ago", (select) => select.where(sql<boolean>`${LAST_CONTACT} < ${before}`));
}

/** The tags that the school uses, by name. */
export async function listContactTags(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<string[]> {
  const rows = await tx
    .selectFrom("contacts")
    .select(sql<string>`unnest(tags)`.as("tag"))
    .distinct()
    .where("school_id", "=", schoolId)
    .execute();
  return rows.map(({ tag }) => tag).sort((one, other) => one.localeCompare(other));
}
