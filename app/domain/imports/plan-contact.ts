import { organisationNameKey } from "../organisation/name-key";
import { mergedContact } from "../outreach/contact";
import { telephoneAddress } from "../phone";
import { fold } from "./clean-text";
import type { ContactBook, KnownContact } from "./contact-book";
import type { ContactVerdict, ImportedContact } from "./imported-contact";
import { areNamesAlike } from "./names-alike";
import { type ContactReason, type ContactWarning, noteAbout, type RowNote } from "./row-note";

export type ContactPlan =
  | { ok: false; reasons: RowNote<ContactReason>[] }
  | {
      ok: true;
      /** Null for somebody new. */
      before: KnownContact | null;
      /** With the id "" for somebody new. */
      after: KnownContact;
      /** The row's note, unless it stands already; "" without one. */
      note: string;
      warnings: RowNote<ContactWarning>[];
    };

/** The language of mails to somebody of whom a file says none. */
const USUAL_LANGUAGE = "en";

/**
 * What a row makes of a school's contacts: somebody new, a known one with gaps filled, or nothing, with reasons. What is written down
 * stays as it is, whatever the row says; tags and notes are added. Whoever is known is found by the address, by the number together
 * with a name that fits, or by name and organisation.
 * `isSilent` tells of an address that nobody of the district writes to; the reason says no more than that.
 */
export function planContact(
  verdict: ContactVerdict,
  book: ContactBook,
  isSilent: (mail: string) => boolean,
): ContactPlan {
  if (mailsOf(verdict).some(isSilent)) return { ok: false, reasons: [{ code: "mail_silent" }] };
  if (!verdict.ok) return { ok: false, reasons: verdict.reasons };
  const { contact: row } = verdict;
  const found = knownIn(book, row);
  if (found.length > 1) return { ok: false, reasons: [noteAbout("contacts_alike", row.fullName)] };
  const before = found[0] ?? null;
  const written = asKnown(row);
  const after = before ? { ...mergedContact(before, written), id: before.id } : written;
  const note = before?.notes.includes(row.note) ? "" : row.note;
  const warnings = [...verdict.warnings, ...(before ? keptOf(before, row) : alikeOf(book, row))];
  return { ok: true, before, after: { ...after, notes: [...after.notes, ...(note ? [note] : [])] }, note, warnings };
}

/** The addresses of a row that may be silent, also of one that is refused for something else. */
export function mailsOf(verdict: ContactVerdict): string[] {
  if (!verdict.ok) return verdict.mails;
  return verdict.contact.mail === "" ? [] : [verdict.contact.mail];
}

function knownIn(book: ContactBook, row: ImportedContact): readonly KnownContact[] {
  const byMail = row.mail === "" ? undefined : book.withMail(row.mail);
  if (byMail) return [byMail];
  const byPhone = row.phone === "" ? [] : book.withPhone(row.phone);
  const sameNumber = byPhone.filter(({ fullName }) => areNamesAlike(fullName, row.fullName));
  return sameNumber.length > 0 ? sameNumber : book.named(row);
}

function asKnown(row: ImportedContact): KnownContact {
  const { note, language, ...fields } = row;
  return {
    ...fields,
    id: "",
    notes: [],
    language: language ?? USUAL_LANGUAGE,
    ownerId: null,
    origin: "import",
  };
}

/** Where the row says something else than what is written down and stays. */
function keptOf(before: KnownContact, row: ImportedContact): RowNote<ContactWarning>[] {
  const kept = (value: string, cell: string, key: (text: string) => string | null): RowNote<ContactWarning>[] =>
    value === "" || cell === "" || key(value) === key(cell) ? [] : [{ code: "kept_here", detail: { value, cell } }];
  return [
    ...kept(before.fullName, row.fullName, fold),
    ...kept(before.mail, row.mail, fold),
    ...kept(before.phone, row.phone, telephoneAddress),
    ...kept(before.organisationName, row.organisationName, organisationNameKey),
    ...kept(before.title, row.title, fold),
    ...kept(before.timeZone, row.timeZone, fold),
  ];
}

/** A switchboard has one number for many; somebody of another name is never taken for its owner. */
function alikeOf(book: ContactBook, row: ImportedContact): RowNote<ContactWarning>[] {
  const [other] = row.phone === "" ? [] : book.withPhone(row.phone);
  return other ? [noteAbout("phone_of_another", other.fullName)] : [];
}
