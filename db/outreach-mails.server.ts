import { sql } from "kysely";
import type { Arrival } from "~/domain/mail/arrival";
import type { ScopeTx } from "./scope.server";

export interface NewOutreachMail {
  schoolId: string;
  contactId: string;
  /** Chosen when the form was made. */
  outreachMailId: string;
  mailKey: string;
  subject: string;
  body: string;
  /** Civil date at the school. */
  on: string;
  writtenBy: string;
  now: Date;
}

/** Keeps what is written to a contact; answers false when the form was sent before. */
export async function insertOutreachMail(tx: ScopeTx, mail: NewOutreachMail): Promise<boolean> {
  const result = await tx
    .insertInto("outreach_mails")
    .values({
      school_id: mail.schoolId,
      id: mail.outreachMailId,
      contact_id: mail.contactId,
      mail_key: mail.mailKey,
      subject: mail.subject,
      body: mail.body,
      written_on: mail.on,
      written_by: mail.writtenBy,
      written_at: mail.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "id"]).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface OfContact {
  schoolId: string;
  contactId: string;
}

/** What was written to a contact, the newest first, with who wrote it and how far it came. */
export async function listOutreachMails(tx: ScopeTx, { schoolId, contactId }: OfContact) {
  const rows = await tx
    .selectFrom("outreach_mails as o")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "o.school_id").onRef("p.id", "=", "o.written_by"))
    .leftJoin("mails as m", (join) =>
      join.onRef("m.school_id", "=", "o.school_id").onRef("m.dedupe_key", "=", "o.mail_key"),
    )
    .select(["o.id", "o.subject", "o.body", "o.written_on", "o.written_at", "p.full_name as writer"])
    .select(["m.state", "m.arrival"])
    .where("o.school_id", "=", schoolId)
    .where("o.contact_id", "=", contactId)
    .orderBy("o.written_at", "desc")
    .orderBy("o.id")
    .execute();
  return rows.map((row) => ({ ...row, arrival: row.arrival as Arrival | null }));
}

/** The contact whom a mail of the queue went to, or undefined when they are forgotten. */
export async function findContactOfMail(
  tx: ScopeTx,
  { schoolId, mailKey }: { schoolId: string; mailKey: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("outreach_mails")
    .select("contact_id")
    .where("school_id", "=", schoolId)
    .where("mail_key", "=", mailKey)
    .executeTakeFirst();
  return row?.contact_id;
}

/** What was written to a contact under an id, or undefined. */
export function findOutreachMail(
  tx: ScopeTx,
  { schoolId, outreachMailId }: { schoolId: string; outreachMailId: string },
) {
  return tx
    .selectFrom("outreach_mails")
    .select(["contact_id", "subject", "body"])
    .where("school_id", "=", schoolId)
    .where("id", "=", outreachMailId)
    .executeTakeFirst();
}

/** True when the full name of a student of the school stands in a text, whatever its case. */
export async function hasStudentNamedIn(
  tx: ScopeTx,
  { schoolId, text }: { schoolId: string; text: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("students as s")
    .innerJoin("people as p", (join) => join.onRef("p.school_id", "=", "s.school_id").onRef("p.id", "=", "s.id"))
    .select("s.id")
    .where("s.school_id", "=", schoolId)
    .where("p.full_name", "<>", "")
    .where(sql<boolean>`strpos(lower(${text}), lower(p.full_name)) > 0`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
