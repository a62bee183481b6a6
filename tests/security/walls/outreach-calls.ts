import { listBasicInterests } from "~/domain/interest/taxonomy";
import * as audience from "~db/audience.server";
import { cast } from "~db/cast";
import * as book from "~db/contact-book.server";
import * as desk from "~db/contact-desk.server";
import * as files from "~db/contact-imports.server";
import * as moves from "~db/contact-moves.server";
import * as notes from "~db/contact-notes.server";
import * as contacts from "~db/contacts.server";
import * as at from "~db/contacts-at.server";
import { forgetOutreachMails, recallOutreach } from "~db/mail-recall.server";
import { hashAddress } from "~db/mails.server";
import * as addresses from "~db/outreach-addresses.server";
import * as outreach from "~db/outreach-mails.server";
import * as enrolments from "~db/sequence-contacts.server";
import * as sequenceMails from "~db/sequence-mails.server";
import * as sequences from "~db/sequences.server";
import * as silent from "~db/unanswered-contacts.server";
import { CANARY } from "./canary";
import { ANSWERED_MAIL, CONTACT, CONTACT_MAIL, MAIL_KEY } from "./contacts";
import type { Query } from "./queries";

const NEW_MAIL = "01990000-0c00-7000-8000-00000000f0ad";
/** A row of an import, and a contact, as a merge keeps them. */
const IMPORT = { import_id: NEW_MAIL, file_name: "x.csv", brought_on: "2026-10-01" };
const WHOLE = {
  ...{ id: NEW_MAIL, full_name: "x", title: "", organisation_name: "", mail: "", phone: "555 0199", language: "en" },
  ...{ tags: [], origin: "typed", origin_note: "", revision: 1 },
  ...{ created_at: "2026-10-01", updated_at: "2026-10-01" },
};
const QUERY = { words: "", tag: "", owner: null, touched: "any", before: "2026-10-14" } as const;

const AUDIENCE = { words: "", tag: "", near: null, fit: null };

/** The queries of contacts and of what is written to them. */
export const OUTREACH_CALLS: Record<string, Query> = {
  "contacts-at/countPublishedOf": (tx, { schoolId, organisationId }) =>
    at.countPublishedOf(tx, { schoolId, organisationId }),
  "contacts-at/listListingsOf": (tx, { schoolId, organisationId }) =>
    at.listListingsOf(tx, { schoolId, organisationId }),
  "contacts-at/listContactsAt": (tx, { schoolId, contactId }) =>
    at.listContactsAt(tx, { schoolId, contactId, organisationName: `${CANARY}Moe and Daughters` }),
  "contact-desk/countContacts": (tx, { schoolId }) => desk.countContacts(tx, { ...QUERY, schoolId }),
  "contact-desk/listContacts": (tx, { schoolId }) => desk.listContacts(tx, { ...QUERY, schoolId, limit: 9, offset: 0 }),
  "contact-book/listContactBook": (tx, their) => book.listContactBook(tx, { ...their, notes: ["They like students."] }),
  "contact-book/listSilentMails": (tx, { districtId }) =>
    book.listSilentMails(tx, { districtId, mails: ["silent@example.org"] }),
  "contact-imports/insertContactImport": (tx, their) =>
    files.insertContactImport(tx, { ...their, importId: NEW_MAIL, fileName: "x", broughtBy: their.staffId }),
  "contact-moves/listWholeContacts": (tx, { schoolId, contactId }) =>
    moves.listWholeContacts(tx, { schoolId, ids: [contactId] }),
  "contact-moves/takeDoubledImports": (tx, { schoolId, contactId, otherId }) =>
    moves.takeDoubledImports(tx, { schoolId, from: contactId, to: otherId }),
  "contact-moves/putBackImports": (tx, { schoolId, otherId }) =>
    moves.putBackImports(tx, { moves: [{ key: {}, before: { school_id: schoolId, contact_id: otherId, ...IMPORT } }] }),
  "contact-moves/giveBackPlaces": (tx, { schoolId, otherId, leftEnrolmentId }) =>
    moves.giveBackPlaces(tx, { schoolId, contactId: otherId, moves: [{ key: { id: leftEnrolmentId }, before: null }] }),
  "contact-moves/insertContactAgain": (tx, { schoolId, districtId }) =>
    moves.insertContactAgain(tx, {
      whole: { school_id: schoolId, district_id: districtId, ...WHOLE },
      organisationId: null,
    }),
  "contact-moves/listMailsMergedInto": (tx, their) => moves.listMailsMergedInto(tx, their),
  "contact-moves/forgetMergesInto": (tx, their) => moves.forgetMergesInto(tx, their),
  "contact-notes/insertContactNote": (tx, their) =>
    notes.insertContactNote(tx, {
      ...{ ...their, noteId: "01990000-0c00-7000-8000-00000000f0aa", what: { is: "note" }, body: "x" },
      writtenBy: their.staffId,
    }),
  "audience/countAudience": (tx, { schoolId }) =>
    audience.countAudience(tx, { ...AUDIENCE, schoolId, sequenceId: NEW_MAIL }),
  "audience/listAudience": (tx, { schoolId }) =>
    audience.listAudience(tx, { ...AUDIENCE, schoolId, sequenceId: NEW_MAIL, limit: 9 }),
  "audience/lockAudience": (tx, { schoolId, contactId }) =>
    audience.lockAudience(tx, { schoolId, sequenceId: NEW_MAIL, contactIds: [contactId] }),
  "audience/listOrganisationsOffering": async (tx, { districtId }) => {
    const found = [];
    for (const { id: interestId } of listBasicInterests())
      found.push(...(await audience.listOrganisationsOffering(tx, { districtId, interestId })));
    return found;
  },
  "audience/listOrganisationPoints": (tx, { districtId }) => audience.listOrganisationPoints(tx, { districtId }),
  "sequences/insertSequence": (tx, their) =>
    sequences.insertSequence(tx, {
      ...their,
      sequenceId: NEW_MAIL,
      name: "x",
      language: "en",
      writerId: their.staffId,
    }),
  "sequences/replaceSteps": (tx, their) =>
    sequences.replaceSteps(tx, { ...their, steps: [{ waitDays: 0, subject: "x", body: "x" }] }),
  "sequence-contacts/insertSequenceContacts": (tx, their) =>
    enrolments.insertSequenceContacts(tx, { ...their, contactIds: [their.otherId] }),
  "sequence-contacts/listDueContacts": (tx, { schoolId }) =>
    enrolments.listDueContacts(tx, { schoolId, on: "2030-01-01" }),
  "sequence-contacts/listAnswered": (tx, their) => enrolments.listAnswered(tx, their),
  "sequence-contacts/putNext": (tx, their) => enrolments.putNext(tx, { ...their, next: null }),
  "sequence-contacts/stopEnrolments": (tx, their) =>
    enrolments.stopEnrolments(tx, { ...their, enrolmentIds: [their.enrolmentId], stop: "taken_out" }),
  "sequence-mails/deleteUnsent": (tx, their) =>
    sequenceMails.deleteUnsent(tx, {
      ...{ ...their, mailKey: MAIL_KEY, addressHash: hashAddress(CONTACT_MAIL), promisedAt: "2026-09-01" },
    }),
  "sequence-mails/insertSequenceMail": (tx, their) =>
    sequenceMails.insertSequenceMail(tx, { ...their, outreachMailId: NEW_MAIL, position: 2, mailKey: NEW_MAIL }),
  "sequence-mails/findWhetherDue": (tx, { schoolId }) =>
    sequenceMails.findWhetherDue(tx, { schoolId, mailKey: MAIL_KEY }),
  "sequence-mails/listPromised": (tx, { schoolId, enrolmentId }) =>
    sequenceMails.listPromised(tx, { schoolId, enrolmentIds: [enrolmentId] }),
  "mail-recall/recallOutreach": (tx, { schoolId, now }) => recallOutreach(tx, { schoolId, mailKeys: [MAIL_KEY], now }),
  "mail-recall/forgetOutreachMails": (tx, { schoolId, contactId, now }) =>
    forgetOutreachMails(tx, { schoolId, contactId, now }),
  "unanswered-contacts/findUnanswered": (tx, { schoolId, otherId }) =>
    silent.findUnanswered(tx, { schoolId, contactId: otherId }),
  "unanswered-contacts/listUnanswered": (tx, { schoolId }) =>
    silent.listUnanswered(tx, { schoolId, lastOn: "2030-01-01", today: "2030-01-01" }),
  "outreach-addresses/insertOutreachTo": (tx, their) =>
    addresses.insertOutreachTo(tx, { ...their, mail: CONTACT_MAIL }),
  "outreach-addresses/listOutreachTo": (tx, their) =>
    addresses.listOutreachTo(tx, { ...their, mail: CONTACT_MAIL, since: new Date(0) }),
  "outreach-addresses/isAnsweredElsewhere": (tx) => addresses.isAnsweredElsewhere(tx, { mail: ANSWERED_MAIL }),
  "outreach-mails/findContactOfMail": (tx, { schoolId }) =>
    outreach.findContactOfMail(tx, { schoolId, mailKey: MAIL_KEY }),
  "outreach-mails/hasStudentNamedIn": (tx, { schoolId }) =>
    outreach.hasStudentNamedIn(tx, { schoolId, text: `zzcanary ${cast.jada.name} zzcanary${cast.jada.name}` }),
  "outreach-mails/insertOutreachMail": (tx, their) =>
    outreach.insertOutreachMail(tx, {
      ...{ ...their, outreachMailId: NEW_MAIL, mailKey: NEW_MAIL, subject: "x", body: "x" },
      writtenBy: their.staffId,
    }),
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
