import { sql } from "kysely";
import type { Origin } from "~/domain/outreach/contact";
import { hashAddress } from "./mails.server";
import type { ScopeTx } from "./scope.server";

/** One at a time adds contacts to a school or changes who they are: whoever is there already is looked up before. */
export async function lockContacts(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contacts:${schoolId}`}, 0))`.execute(tx);
}

/** All contacts of a school, and which of the notes in question each of them has. */
export async function listContactBook(
  tx: ScopeTx,
  { schoolId, notes }: { schoolId: string; notes: readonly string[] },
) {
  const contacts = await tx
    .selectFrom("contacts")
    .select(["id", "full_name", "title", "organisation_name", "mail", "phone", "language", "tags", "owner_id"])
    .select(["origin", "origin_note", "time_zone"])
    .where("school_id", "=", schoolId)
    .orderBy("id")
    .execute();
  const notesOf = new Map<string, string[]>();
  for (const { contact_id: id, body } of await listNotesSaying(tx, { schoolId, notes }))
    notesOf.set(id, [...(notesOf.get(id) ?? []), body]);
  return contacts.map((row) => ({
    id: row.id,
    fullName: row.full_name,
    title: row.title,
    organisationName: row.organisation_name,
    mail: row.mail,
    phone: row.phone,
    language: row.language,
    tags: row.tags,
    ownerId: row.owner_id,
    origin: row.origin as Origin,
    originNote: row.origin_note,
    timeZone: row.time_zone,
    notes: notesOf.get(row.id) ?? [],
  }));
}

async function listNotesSaying(tx: ScopeTx, { schoolId, notes }: { schoolId: string; notes: readonly string[] }) {
  if (notes.length === 0) return [];
  return tx
    .selectFrom("contact_notes")
    .select(["contact_id", "body"])
    .where("school_id", "=", schoolId)
    .where("kind", "=", "note")
    .where("body", "=", sql<string>`any(${[...new Set(notes)]}::text[])`)
    .execute();
}

/** Those of the addresses that nobody of the district writes to: somebody asked for it, or mail does not arrive there. */
export async function listSilentMails(
  tx: ScopeTx,
  { districtId, mails }: { districtId: string; mails: readonly string[] },
): Promise<string[]> {
  if (mails.length === 0) return [];
  const mailOf = new Map(mails.map((mail) => [hashAddress(mail).toString("hex"), mail]));
  const rows = await tx
    .selectFrom("mail_suppressions")
    .select(sql<string>`encode(address_hash, 'hex')`.as("hash"))
    .where("address_hash", "=", sql<Buffer>`any(${[...mailOf.keys()].map((hash) => `\\x${hash}`)}::bytea[])`)
    .where("category", "=", "outreach")
    .where((eb) => eb.or([eb("district_id", "is", null), eb("district_id", "=", districtId)]))
    .execute();
  return [...new Set(rows.flatMap(({ hash }) => mailOf.get(hash) ?? []))];
}
