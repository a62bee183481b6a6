import { isSamePhone } from "../phone";
import { type Families, isCalled, type KnownAdult, type NumberedStudent } from "./families";
import { firstWordOf } from "./first-word-of";
import type { ImportedGuardian } from "./imported-guardian";
import { nameKey } from "./imported-student";
import type { GuardianReason, RowNote } from "./row-note";

export type RecognisedGuardian =
  | { ok: true; student: NumberedStudent; known: KnownAdult | null }
  | { ok: false; reason: RowNote<GuardianReason>; perhaps: readonly { id: string; fullName: string }[] };

/**
 * Whom a row means: of the student with its number, the guardian of its name; else the one adult of that name whose address or phone
 * it gives, such as a brother's or sister's parent; else nobody known, who is then new. A name alone makes nobody the same person, and
 * a contact alone neither: where only one of the two fits, the row waits for a person.
 */
export function recogniseGuardian(row: ImportedGuardian, families: Families): RecognisedGuardian {
  const student = families.withNumber(row.studentNumber);
  if (!student) return unsure("student_unknown", row, []);
  if (student.leftOn !== null) return unsure("student_left", row, [student]);
  if (nameKey(row.fullName) === nameKey(student.fullName)) return unsure("students_own_name", row, [student]);
  const tied = families.tiedTo(student.id);
  const [same, ...more] = tied.filter((adult) => isCalled(adult, row.fullName));
  if (same && more.length > 0) return unsure("guardians_alike", row, [same, ...more]);
  if (same) {
    const isOver = same.links.some(({ studentId, isOver }) => studentId === student.id && isOver);
    return isOver ? unsure("link_ended", row, [student]) : { ok: true, student, known: same };
  }
  const renamed = tied.filter((adult) => isReached(adult, row) && hasSameFirstName(adult, row));
  if (renamed.length > 0) return unsure("guardian_renamed", row, renamed);
  const namesakes = families.named(row.fullName);
  const proved = namesakes.filter((adult) => isReached(adult, row));
  const [known] = proved;
  if (known && proved.length === 1) return { ok: true, student, known };
  return namesakes.length > 0 ? unsure("guardian_unclear", row, namesakes) : { ok: true, student, known: null };
}

/** The reason quotes the row alone: it is kept with the row and goes out in a file, where nobody else belongs. */
function unsure(
  code: GuardianReason,
  { studentNumber: number }: ImportedGuardian,
  perhaps: readonly { id: string; fullName: string }[],
): RecognisedGuardian {
  return { ok: false, reason: { code, detail: { number } }, perhaps };
}

/** By the address or the phone that the row gives. */
function isReached({ mails, phones }: KnownAdult, { mail, phone }: ImportedGuardian): boolean {
  return (mail !== null && mails.includes(mail)) || (phone !== null && phones.some((one) => isSamePhone(one, phone)));
}

const hasSameFirstName = (one: { fullName: string }, other: { fullName: string }) =>
  nameKey(firstWordOf(one.fullName)) === nameKey(firstWordOf(other.fullName));
