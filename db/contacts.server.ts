import { sql } from "kysely";
import type { ContactFields, Origin } from "~/domain/outreach/contact";
import { hashAddress } from "./mails.server";
import type { ScopeTx } from "./scope.server";

export interface ContactRecord extends ContactFields {
  id: string;
  organisationId: string | null;
  /** Counts every change; a form that was opened before the last one is refused. */
  revision: number;
  createdAt: string;
}

interface OfContact {
  schoolId: string;
  contactId: string;
}

export interface ContactWrite extends ContactFields {
  schoolId: string;
  districtId: string;
  /** The organisation of the district that has the name, if one has. */
  organisationId: string | null;
  now: Date;
}

/** Writes down a contact; null when the school has one with this address. */
export async function insertContact(tx: ScopeTx, contact: ContactWrite): Promise<string | null> {
  const row = await tx
    .insertInto("contacts")
    .values({
      ...columnsOf(contact),
      school_id: contact.schoolId,
      district_id: contact.districtId,
      created_at: contact.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "address_hash"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Changes a contact that the transaction has locked. */
export async function updateContact(
  tx: ScopeTx,
  { contactId, ...contact }: ContactWrite & { contactId: string },
): Promise<void> {
  await tx
    .updateTable("contacts")
    .set((eb) => ({ ...columnsOf(contact), revision: eb("revision", "+", 1) }))
    .where("school_id", "=", contact.schoolId)
    .where("id", "=", contactId)
    .execute();
}

function columnsOf(contact: ContactWrite) {
  const mail = contact.mail.trim();
  return {
    full_name: contact.fullName,
    title: contact.title,
    organisation_name: contact.organisationName,
    organisation_id: contact.organisationId,
    mail,
    address_hash: mail === "" ? null : hashAddress(mail),
    phone: contact.phone,
    language: contact.language,
    tags: contact.tags,
    owner_id: contact.ownerId,
    origin: contact.origin,
    origin_note: contact.originNote,
    time_zone: contact.timeZone,
    updated_at: contact.now.toISOString(),
  };
}

export async function findContact(tx: ScopeTx, key: OfContact): Promise<ContactRecord | undefined> {
  const row = await oneContact(tx, key).executeTakeFirst();
  return row && contactOfRow(row);
}

/** The same, locked until the transaction ends. */
export async function lockContact(tx: ScopeTx, key: OfContact): Promise<ContactRecord | undefined> {
  const row = await oneContact(tx, key).forUpdate().executeTakeFirst();
  return row && contactOfRow(row);
}

function oneContact(tx: ScopeTx, { schoolId, contactId }: OfContact) {
  return tx.selectFrom("contacts").selectAll().where("school_id", "=", schoolId).where("id", "=", contactId);
}

/** A row as the pages read it. */
export function contactOfRow(
  row: NonNullable<Awaited<ReturnType<ReturnType<typeof oneContact>["executeTakeFirst"]>>>,
): ContactRecord {
  return {
    id: row.id,
    fullName: row.full_name,
    title: row.title,
    organisationName: row.organisation_name,
    organisationId: row.organisation_id,
    mail: row.mail,
    phone: row.phone,
    language: row.language,
    tags: row.tags,
    ownerId: row.owner_id,
    origin: row.origin as Origin,
    originNote: row.origin_note,
    timeZone: row.time_zone,
    revision: row.revision,
    createdAt: row.created_at,
  };
}

/** The contact of the school whom an address reaches, or undefined. */
export async function findContactByMail(
  tx: ScopeTx,
  { schoolId, mail }: { schoolId: string; mail: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("contacts")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("address_hash", "=", hashAddress(mail))
    .executeTakeFirst();
  return row?.id;
}

/** Contacts of the school that may be the same person: of one name, or with one phone number, without those said to be two. At most five, by name. */
export async function listAlikeContacts(
  tx: ScopeTx,
  { schoolId, contactId, fullName, phone }: OfContact & { fullName: string; phone: string },
): Promise<{ id: string; fullName: string; organisationName: string; mail: string }[]> {
  const rows = await tx
    .selectFrom("contacts")
    .select(["id", "full_name", "organisation_name", "mail"])
    .where("school_id", "=", schoolId)
    .where("id", "<>", contactId)
    .where((eb) => {
      const sameName = eb(eb.fn<string>("lower", ["full_name"]), "=", eb.fn<string>("lower", [eb.val(fullName)]));
      return phone === "" ? sameName : eb.or([sameName, eb("phone", "=", phone)]);
    })
    .where(
      sql<boolean>`not exists (select from contacts_apart a where a.school_id = contacts.school_id
        and a.one_id = least(contacts.id, ${contactId}::uuid) and a.other_id = greatest(contacts.id, ${contactId}::uuid))`,
    )
    .orderBy("full_name")
    .orderBy("id")
    .limit(5)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fullName: row.full_name,
    organisationName: row.organisation_name,
    mail: row.mail,
  }));
}

/** Deletes a contact with everything written down about them; answers false when there is none. */
export async function deleteContact(tx: ScopeTx, { schoolId, contactId }: OfContact): Promise<boolean> {
  const result = await tx
    .deleteFrom("contacts")
    .where("school_id", "=", schoolId)
    .where("id", "=", contactId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
