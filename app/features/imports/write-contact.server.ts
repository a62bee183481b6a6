import { randomUUID } from "node:crypto";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { contactGains } from "~/domain/imports/contact-gains";
import type { ContactPlan } from "~/domain/imports/plan-contact";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { recordAct } from "~db/audit.server";
import { insertContactNote } from "~db/contact-notes.server";
import { type ContactWrite, insertContact, lockContact, updateContact } from "~db/contacts.server";
import { findOrganisationByKey } from "~db/organisation-names.server";
import type { ScopeTx } from "~db/scope.server";

interface Writing {
  actor: StaffActor | SystemActor;
  /** Civil date at the school. */
  on: string;
  now: Date;
}

/** Makes a contact what a plan says, with its note, and answers its id. The transaction holds the lock of the school's contacts. */
export async function writeContact(
  tx: ScopeTx,
  { actor, on, now }: Writing,
  { before, after, note }: Extract<ContactPlan, { ok: true }>,
): Promise<string> {
  const { schoolId, districtId } = actor;
  const { id: _, notes: __, ...fields } = after;
  const nameKey = organisationNameKey(fields.organisationName);
  const organisationId = nameKey === "" ? null : await findOrganisationByKey(tx, { districtId, nameKey });
  const contact: ContactWrite = { ...fields, schoolId, districtId, organisationId, now };
  const act = { actor, noun: "contact", now };
  const contactId = before ? await fill(tx, before.id, contact) : await insertContact(tx, contact);
  if (contactId === null) throw new Error("the school has the address already, which its book did not say");
  if (before) {
    const evidence = contactGains(before, after, note)
      .map(({ field }) => field)
      .join(", ");
    await recordAct(tx, { ...act, nounId: contactId, transition: "fill", evidence });
  } else await recordAct(tx, { ...act, nounId: contactId, transition: "add", to: "kept" });
  const writtenBy = actor.kind === "staff" ? actor.personId : (actor.onBehalfOf ?? null);
  if (note !== "")
    await insertContactNote(tx, {
      schoolId,
      contactId,
      noteId: randomUUID(),
      what: { is: "note" },
      on,
      body: note,
      writtenBy,
      now,
    });
  return contactId;
}

async function fill(tx: ScopeTx, contactId: string, contact: ContactWrite): Promise<string> {
  await lockContact(tx, { schoolId: contact.schoolId, contactId });
  await updateContact(tx, { ...contact, contactId });
  return contactId;
}
