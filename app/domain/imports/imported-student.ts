import { fold } from "./clean-text";
import type { RowNote, StudentReason, StudentWarning } from "./row-note";

/** By what a row is recognised: also a row that cannot come in names somebody, who is then still on the list. */
export interface StudentIdentity {
  /** The school's own number; "" without one. */
  number: string;
  fullName: string;
  bornOn: string | null;
}

/** What a row says of a student. Empty or null where it says nothing, which leaves what is known. */
export interface ImportedStudent extends StudentIdentity {
  /** "" when the row does not give it. */
  nameUsed: string;
  grade: number;
  /** The name of an advisory, or of its advisor. */
  advisory: string;
  /** For mails and letters. */
  language: string | null;
  /** Spoken. */
  languages: string[];
  mail: string | null;
  phone: string | null;
  area: string;
}

export type StudentVerdict = { identity: StudentIdentity } & (
  | { ok: true; student: ImportedStudent; warnings: RowNote<StudentWarning>[] }
  | { ok: false; reasons: RowNote<StudentReason>[] }
);

/** A name as it is compared: without case, accents and punctuation. */
export const nameKey = (fullName: string): string => fold(fullName);

/** The words by which two rows of one file are the same student: its number, and its name with its birth date. */
export function identityKeys({ number, fullName, bornOn }: StudentIdentity): string[] {
  const keys: string[] = [];
  if (number) keys.push(`number ${number}`);
  if (bornOn) keys.push(`born ${bornOn} ${nameKey(fullName)}`);
  return keys;
}

/** How two rows that share such a word stand to each other: the same student again, or two rows of which one is wrong. */
export function howRepeated(
  one: StudentIdentity,
  other: StudentIdentity,
): "repeats_student" | "number_repeated" | "number_differs_in_file" | "birthday_differs_in_file" {
  if (nameKey(one.fullName) !== nameKey(other.fullName)) return "number_repeated";
  if (one.bornOn && other.bornOn && one.bornOn !== other.bornOn) return "birthday_differs_in_file";
  const areNumbered = one.number !== "" && other.number !== "";
  return areNumbered && one.number !== other.number ? "number_differs_in_file" : "repeats_student";
}
