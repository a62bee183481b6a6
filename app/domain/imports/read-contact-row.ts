import { LONGEST_PHONE, readTags } from "../outreach/contact";
import { readClock } from "../outreach/read-clock";
import { readContactValue } from "../people/contact";
import { cleanLine, cleanText, type DecodeEntities, shorten } from "./clean-text";
import type { ContactTarget } from "./contact-target";
import type { ContactVerdict, ImportedContact } from "./imported-contact";
import { readFullName } from "./read-full-name";
import { languagesIn, readLanguage } from "./read-language";
import { type ContactReason, type ContactWarning, noteAbout, type RowNote } from "./row-note";
import { cellOf, faultOfShape } from "./row-shape";
import type { Columns } from "./target";

/** Limits of the columns of `contacts` and `contact_notes`. */
const LONGEST = { line: 200, originNote: 300, note: 2000 };

export interface ContactRules {
  columns: Columns<ContactTarget>;
  columnCount: number;
  decode: DecodeEntities;
}

type Warn = (note: RowNote<ContactWarning>) => void;

/**
 * Judges one row of a file of contacts by itself. It is refused without a name, and without an address or a number that can be
 * right; what only describes somebody and cannot be read is left out with a warning.
 */
export function readContactRow(
  cells: readonly string[],
  { columns, columnCount, decode }: ContactRules,
): ContactVerdict {
  const line = (target: ContactTarget) => cleanLine(cellOf(cells, columns[target]), decode);
  const name = readFullName({ given: line("givenName"), family: line("familyName"), whole: line("fullName") });
  const organisation = line("organisation");
  const named = { name, organisation };
  const misshapen = faultOfShape(cells, columnCount);
  const mails = () => cells.flatMap((cell) => readContactValue("mail", cleanLine(cell, decode)) ?? []);
  if (misshapen) return { ok: false, ...named, reasons: [misshapen], mails: mails() };
  const warnings: RowNote<ContactWarning>[] = [];
  const warn: Warn = (note) => void warnings.push(note);
  const mail = reached("mail", line("workMail"), warn);
  const phone = reached("phone", line("workPhone"), warn);
  const reasons: RowNote<ContactReason>[] = [];
  if (!/\p{L}/u.test(name)) reasons.push({ code: "name_missing" });
  if (name.length > LONGEST.line) reasons.push({ code: "contact_name_long" });
  if (mail === "" && phone === "") reasons.push({ code: "contact_unreachable" });
  if (reasons.length > 0) return { ok: false, ...named, reasons, mails: mails() };
  const cut = (text: string, limit: number) => {
    if (text.length > limit) warn(noteAbout("text_shortened", text));
    return shorten(text, limit);
  };
  const contact: ImportedContact = {
    ...{ fullName: name, mail, phone, language: languageOf(line("language"), warn), tags: readTags(line("tags")) },
    timeZone: clockIn(line("workClock"), warn),
    title: cut(line("jobTitle"), LONGEST.line),
    organisationName: cut(organisation, LONGEST.line),
    originNote: cut(line("foundAt"), LONGEST.originNote),
    note: cut(cleanText(cellOf(cells, columns.contactNote), decode), LONGEST.note),
  };
  return { ok: true, ...named, contact, warnings };
}

function reached(kind: "mail" | "phone", cell: string, warn: Warn): string {
  const value = cell === "" ? "" : readContactValue(kind, cell);
  if (value !== null && (kind === "mail" || value.length <= LONGEST_PHONE)) return value;
  warn(noteAbout(kind === "mail" ? "contact_mail_unclear" : "phone_unclear", cell));
  return "";
}

function clockIn(cell: string, warn: Warn): string {
  const clock = cell === "" ? "" : readClock(cell);
  if (clock === null) warn(noteAbout("time_zone_unclear", cell));
  return clock ?? "";
}

/** Mails are written in languages of two letters. */
function languageOf(cell: string, warn: Warn): string | null {
  for (const name of languagesIn(cell)) {
    const code = readLanguage(name);
    if (code?.length === 2) return code;
    warn(noteAbout("language_unknown", name));
  }
  return null;
}
