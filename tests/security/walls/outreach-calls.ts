import * as desk from "~db/contact-desk.server";
import * as notes from "~db/contact-notes.server";
import * as contacts from "~db/contacts.server";
import { CONTACT, CONTACT_MAIL } from "./contacts";
import type { Query } from "./queries";

const QUERY = { words: "", tag: "", owner: null, touched: "any", before: "2026-10-14" } as const;

/** The queries of contacts and of what is written to them. */
export const OUTREACH_CALLS: Record<string, Query> = {
  "contact-desk/countContacts": (tx, { schoolId }) => desk.countContacts(tx, { ...QUERY, schoolId }),
  "contact-desk/listContacts": (tx, { schoolId }) => desk.listContacts(tx, { ...QUERY, schoolId, limit: 9, offset: 0 }),
  "contact-notes/insertContactNote": (tx, their) =>
    notes.insertContactNote(tx, {
      ...{ ...their, noteId: "01990000-0c00-7000-8000-00000000f0aa", call: null, body: "x" },
      writtenBy: their.staffId,
    }),
  "contact-notes/moveContactNotes": (tx, their) => notes.moveContactNotes(tx, { ...their, to: their.otherId }),
  "contacts/findContactByMail": (tx, { schoolId }) => contacts.findContactByMail(tx, { schoolId, mail: CONTACT_MAIL }),
  "contacts/insertContact": (tx, their) => contacts.insertContact(tx, { ...CONTACT, ...theirs(their) }),
  "contacts/listAlikeContacts": (tx, their) =>
    contacts.listAlikeContacts(tx, { ...their, fullName: "nobody", phone: "555 0181" }),
  "contacts/updateContact": (tx, their) =>
    contacts.updateContact(tx, { ...CONTACT, ...theirs(their), contactId: their.contactId }),
};

const theirs = ({ schoolId, districtId, now }: Parameters<Query>[1]) => ({
  ...{ schoolId, districtId, now },
  organisationId: null,
});
