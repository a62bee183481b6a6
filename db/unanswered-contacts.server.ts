import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface OfSchool {
  schoolId: string;
}

/** Contacts of the school who were asked and never answered, with the civil day on which something was last written down, until `lastOn`. */
export async function listUnanswered(
  tx: ScopeTx,
  { schoolId, lastOn }: OfSchool & { lastOn: string },
): Promise<string[]> {
  const rows = await unanswered(tx, { schoolId }).where("c.last_on", "<=", lastOn).orderBy("c.id").execute();
  return rows.map(({ id }) => id);
}

/** The civil day on which something was last written down of somebody who was asked and never answered, or undefined. */
export async function findUnansweredSince(
  tx: ScopeTx,
  { schoolId, contactId }: OfSchool & { contactId: string },
): Promise<string | undefined> {
  const row = await unanswered(tx, { schoolId }).where("c.id", "=", contactId).executeTakeFirst();
  return row?.last_on;
}

/**
 * Asked is who got a mail that, as far as anybody knows, reached them, or was called in vain. An answer is a call in which they were
 * reached or want to be called back; outreach has no other way to answer it.
 */
function unanswered(tx: ScopeTx, { schoolId }: OfSchool) {
  return tx
    .selectFrom((eb) =>
      eb
        .selectFrom("contacts as k")
        .select("k.id")
        .select(
          sql<string>`(select greatest(
            (select max(n.happened_on) from contact_notes n where n.school_id = k.school_id and n.contact_id = k.id),
            (select max(o.written_on) from outreach_mails o where o.school_id = k.school_id and o.contact_id = k.id))::text)`.as(
            "last_on",
          ),
        )
        .where("k.school_id", "=", schoolId)
        .where(sql<boolean>`(exists (select from contact_notes n where n.school_id = k.school_id and n.contact_id = k.id
            and n.outcome = 'not_reached')
          or exists (select from outreach_mails o left join mails m on m.school_id = o.school_id and m.dedupe_key = o.mail_key
            where o.school_id = k.school_id and o.contact_id = k.id
            and coalesce(m.state, 'sent') = 'sent' and coalesce(m.arrival, 'sent') not in ('returned', 'bounced')))`)
        .where(sql<boolean>`not exists (select from contact_notes n where n.school_id = k.school_id and n.contact_id = k.id
            and n.outcome in ('reached', 'call_back'))`)
        .as("c"),
    )
    .select(["c.id", "c.last_on"]);
}
