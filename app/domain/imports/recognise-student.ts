import { nameKey, type StudentIdentity } from "./imported-student";
import { areNamesAlike } from "./names-alike";
import { isBornOn, isStudentCalled, type KnownStudent, type Roster } from "./roster";
import type { RowNote, StudentReason } from "./row-note";

export type Recognised =
  | { ok: true; known: KnownStudent | null }
  /** The row may mean one of these, and does not say which: none of them counts as gone from the list. */
  | { ok: false; reason: RowNote<StudentReason>; perhaps: readonly KnownStudent[] };

/**
 * Whom a row means: the student of its number, else the one of its name and birth date, else nobody known, who is then new.
 * Two people are never put together on a guess: a number whose student may be somebody else (a shared family name tells nothing),
 * or a namesake of whom we lack what tells them apart, refuses the row.
 */
export function recogniseStudent(row: StudentIdentity, roster: Roster): Recognised {
  const owner = row.number ? roster.withNumber(row.number) : undefined;
  const namesakes = roster.named(row.fullName);
  if (owner)
    return isLikely(row, owner, namesakes) ? { ok: true, known: owner } : unsure("number_of_another", row, [owner]);
  const sameDay = namesakes.filter((known) => row.bornOn !== null && isBornOn(known, row.bornOn));
  if (sameDay.length > 1) return unsure("two_alike", row, sameDay);
  const [same] = sameDay;
  if (same) {
    return !row.number || !same.number ? { ok: true, known: same } : unsure("number_differs", row, [same]);
  }
  return row.number ? newUnlessUnnumbered(row, namesakes) : newUnlessUndated(row, namesakes);
}

/**
 * A namesake of whom a birth date is missing here or there may be the one the new number belongs to: one without a number, or with
 * the same but for the zeros at its beginning, which spreadsheets drop.
 */
function newUnlessUnnumbered(row: StudentIdentity, namesakes: readonly KnownStudent[]): Recognised {
  const undated = namesakes.filter(({ bornOn }) => bornOn === null || row.bornOn === null);
  const same = undated.find(({ number }) => number !== "" && withoutZeros(number) === withoutZeros(row.number));
  if (same) return unsure("number_differs", row, [same]);
  const perhaps = undated.filter(({ number }) => !number);
  return perhaps.length > 0 ? unsure("number_unknown_here", row, perhaps) : { ok: true, known: null };
}

const withoutZeros = (number: string) => number.replace(/^0+/, "");

function newUnlessUndated(row: StudentIdentity, namesakes: readonly KnownStudent[]): Recognised {
  const perhaps = namesakes.filter(({ bornOn }) => bornOn === null);
  return perhaps.length > 0 ? unsure("birthday_unknown_here", row, perhaps) : { ok: true, known: null };
}

/** The reason quotes the row alone: it is kept with the row and goes out in a file, where no other student belongs. */
function unsure(code: StudentReason, { number }: StudentIdentity, perhaps: readonly KnownStudent[]): Recognised {
  return { ok: false, reason: { code, detail: { number } }, perhaps };
}

/**
 * Whether a number's student is whom the row names. Names change and birth dates are mistyped, but hardly ever both at once, and
 * brothers and sisters share a family name, twins a birth date as well.
 */
function isLikely(row: StudentIdentity, owner: KnownStudent, namesakes: readonly KnownStudent[]): boolean {
  const others = namesakes.filter(({ id }) => id !== owner.id);
  if (row.bornOn === null || owner.bornOn === null)
    return others.length === 0 && (isStudentCalled(owner, row.fullName) || areAlike(row.fullName, owner.fullName));
  const { bornOn } = row;
  if (others.some((other) => isBornOn(other, bornOn))) return false;
  return isBornOn(owner, bornOn) || isStudentCalled(owner, row.fullName);
}

/** The same first name, or names that are alike. */
const areAlike = (one: string, other: string) => firstWord(one) === firstWord(other) || areNamesAlike(one, other);

const firstWord = (name: string) => nameKey(name).split(" ")[0];
