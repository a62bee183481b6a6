import { isSamePhone } from "../phone";
import { firstWordOf } from "./first-word-of";
import type { ImportedStudent, StudentVerdict } from "./imported-student";
import type { KnownMails } from "./known-mails";
import { recogniseStudent } from "./recognise-student";
import { type AdvisoryPlace, isStudentCalled, type KnownStudent, type Roster } from "./roster";
import { noteAbout, type RowNote, type StudentReason, type StudentWarning } from "./row-note";

export type StudentPlan =
  | { ok: false; reasons: RowNote<StudentReason>[]; perhaps: readonly KnownStudent[] }
  | {
      ok: true;
      /** Null for somebody new. */
      before: KnownStudent | null;
      /** With the id "" for somebody new. */
      after: KnownStudent;
      /** The address is in somebody else's hands too, so it opens nothing. */
      isMailShared: boolean;
      warnings: RowNote<StudentWarning>[];
    };

const NEW: Omit<KnownStudent, "fullName"> = {
  ...{ id: "", number: "", nameUsed: "", bornOn: null, grade: 1, advisory: null, language: "en", languages: ["en"] },
  ...{ mails: [], phones: [], area: null, leftOn: null, isListed: false },
};

/**
 * What a row makes of the school's list: a new student, a known one as they are from then on, or nothing, with reasons. A row
 * says nothing by a blank cell, and takes nothing away: languages and ways to reach somebody are only added. A student who had
 * left and is listed again is back.
 * An address that the school took away stays away, and a spelling of a row that went into the student changes nothing of theirs.
 */
export function planStudent(verdict: StudentVerdict, roster: Roster, mails: KnownMails): StudentPlan {
  const found = recogniseStudent(verdict.identity, roster);
  const perhaps = found.ok ? [found.known ?? []].flat() : found.perhaps;
  if (!verdict.ok) return { ok: false, reasons: verdict.reasons, perhaps };
  if (!found.ok) return { ok: false, reasons: [found.reason], perhaps };
  const warnings = [...verdict.warnings];
  const before = found.known;
  const warn = (note: RowNote<StudentWarning>) => void warnings.push(note);
  const mail = mailOf(verdict.student, before, mails, warn);
  const student = { ...verdict.student, mail };
  const after = afterRow(before ?? { ...NEW, fullName: student.fullName }, student, roster, warn);
  if (before?.leftOn) warn({ code: "comes_back", detail: { day: before.leftOn } });
  const isMailShared = mail !== null && !before?.mails.includes(mail) && mails.isOthers(mail, before?.id ?? null);
  if (isMailShared) warn(noteAbout("mail_shared", mail));
  return { ok: true, before, after, isMailShared, warnings };
}

type Warn = (note: RowNote<StudentWarning>) => void;

function mailOf({ mail }: ImportedStudent, before: KnownStudent | null, mails: KnownMails, warn: Warn): string | null {
  if (mail === null || before?.mails.includes(mail) || !mails.wasTakenAway(mail, before?.id ?? null)) return mail;
  warn(noteAbout("mail_taken_away", mail));
  return null;
}

function afterRow(base: KnownStudent, row: ImportedStudent, roster: Roster, warn: Warn): KnownStudent {
  const language = row.language ?? base.language;
  const others = base.others ?? [];
  const isOther = others.length > 0 && isStudentCalled(base, row.fullName);
  const keepsNumber = others.some(({ number }) => number !== "" && number === row.number);
  const keepsBirth = base.bornOn !== null && others.some(({ bornOn }) => bornOn !== null && bornOn === row.bornOn);
  return {
    id: base.id,
    number: (keepsNumber ? "" : row.number) || base.number,
    fullName: isOther ? base.fullName : row.fullName,
    nameUsed: (isOther ? base.nameUsed : row.nameUsed) || base.nameUsed || firstWordOf(row.fullName),
    bornOn: keepsBirth ? base.bornOn : (row.bornOn ?? base.bornOn),
    grade: row.grade,
    advisory: advisoryOf(base, row, roster, warn),
    language,
    languages: [...new Set([...base.languages, ...row.languages, ...(base.id ? [] : [language])])],
    mails: row.mail && !base.mails.includes(row.mail) ? [...base.mails, row.mail] : base.mails,
    phones: row.phone && !hasPhone(base.phones, row.phone) ? [...base.phones, row.phone] : base.phones,
    area: areaOf(base, row, roster, warn),
    leftOn: null,
    isListed: base.isListed,
    ...(base.others && { others: base.others }),
  };
}

const hasPhone = (phones: readonly string[], phone: string) => phones.some((known) => isSamePhone(known, phone));

function advisoryOf(base: KnownStudent, { advisory: name }: ImportedStudent, roster: Roster, warn: Warn) {
  if (name === "") return base.advisory;
  const called = roster.advisoriesCalled(name);
  const [one] = called;
  if (called.some(({ id }) => id !== null && id === base.advisory?.id)) return base.advisory;
  if (called.length > 1) {
    warn(noteAbout("advisory_unclear", name));
    return base.advisory;
  }
  if (one && one.id !== null) return one;
  warn(noteAbout("advisory_new", name));
  return one ?? ({ id: null, name } satisfies AdvisoryPlace);
}

function areaOf(base: KnownStudent, { area: name }: ImportedStudent, roster: Roster, warn: Warn) {
  if (name === "") return base.area;
  const area = roster.area(name);
  if (!area) warn(noteAbout("area_unknown", name));
  return area ?? base.area;
}
