import { sql } from "kysely";
import { HEARD } from "~/domain/outreach/contact";
import type { Unanswered } from "~/domain/outreach/unanswered";
import type { ScopeTx } from "./scope.server";

interface OfSchool {
  schoolId: string;
}

/** Contacts of the school who were asked and never answered, of whom nothing was written down after `lastOn`, and whom nothing keeps after `today`. */
export async function listUnanswered(
  tx: ScopeTx,
  { schoolId, lastOn, today }: OfSchool & { lastOn: string; today: string },
): Promise<string[]> {
  const rows = await unanswered(tx, { schoolId })
    .where("c.last_on", "<=", lastOn)
    .where((eb) => eb.or([eb("c.kept_until", "is", null), eb("c.kept_until", "<=", today)]))
    .orderBy("c.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Since when somebody who was asked has not answered, or undefined for everybody else. */
export async function findUnanswered(
  tx: ScopeTx,
  { schoolId, contactId }: OfSchool & { contactId: string },
): Promise<Unanswered | undefined> {
  const row = await unanswered(tx, { schoolId }).where("c.id", "=", contactId).executeTakeFirst();
  return row && { lastOn: row.last_on, keptUntil: row.kept_until };
}

/**
 * Asked is who got a mail that, as far as anybody knows, reached them, or was called in vain. An answer is a reply by any
 * way, or a call in which they were reached, want to be called back or say no. A mentor of the district said yes another way.
 */
function unanswered(tx: ScopeTx, { schoolId }: OfSchool) {
  return tx
    .selectFrom((eb) =>
      eb
        .selectFrom("contacts as k")
        .select(["k.id", "k.kept_until"])
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
            and n.outcome = any(${[...HEARD]}::text[]))`)
        .where(sql<boolean>`not exists (select from mentor_contact_points p where p.district_id = k.district_id and p.kind = 'mail'
            and k.mail <> '' and lower(p.value) = lower(k.mail))`)
        .as("c"),
    )
    .select(["c.id", "c.last_on", "c.kept_until"]);
}
