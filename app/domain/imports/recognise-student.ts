import { nameKey, type StudentIdentity } from "./imported-student";
import type { KnownStudent, Roster } from "./roster";
import type { RowNote, StudentReason } from "./row-note";

export type Recognised =
  | { ok: true; known: KnownStudent | null }
  /** The row may mean one of these, and does not say which: none of them counts as gone from the list. */
  | { ok: false; reason: RowNote<StudentReason>; perhaps: readonly KnownStudent[] };

/**
 * Whom a row means: the student of its number, else the one of its name and birth date, else nobody known, who is then new.
 * Two people are never put together on a guess: a number whose student has another name and another birth date, or a namesake
 * of whom we lack what tells them apart, refuses the row.
 */
export function recogniseStudent(row: StudentIdentity, roster: Roster): Recognised {
  const owner = row.number ? roster.withNumber(row.number) : undefined;
  if (owner) return isLikely(row, owner) ? { ok: true, known: owner } : unsure("number_of_another", row, [owner]);
  const namesakes = roster.named(row.fullName);
  const sameDay = namesakes.filter(({ bornOn }) => bornOn !== null && bornOn === row.bornOn);
  if (sameDay.length > 1) return unsure("two_alike", row, sameDay);
  const [same] = sameDay;
  if (same) {
    if (!row.number || !same.number) return { ok: true, known: same };
    return unsure("number_differs", row, [same], { number: same.number });
  }
  return row.number ? newUnlessUnnumbered(row, namesakes) : newUnlessUndated(row, namesakes);
}

/** A namesake without a number, of whom a birth date is missing here or there, may be the one the new number belongs to. */
function newUnlessUnnumbered(row: StudentIdentity, namesakes: readonly KnownStudent[]): Recognised {
  const perhaps = namesakes.filter(({ number, bornOn }) => !number && (bornOn === null || row.bornOn === null));
  return perhaps.length > 0 ? unsure("number_unknown_here", row, perhaps) : { ok: true, known: null };
}

function newUnlessUndated(row: StudentIdentity, namesakes: readonly KnownStudent[]): Recognised {
  const perhaps = namesakes.filter(({ bornOn }) => bornOn === null);
  return perhaps.length > 0 ? unsure("birthday_unknown_here", row, perhaps) : { ok: true, known: null };
}

function unsure(
  code: StudentReason,
  { number, fullName }: StudentIdentity,
  perhaps: readonly KnownStudent[],
  detail: Record<string, string> = {},
): Recognised {
  const name = perhaps[0]?.fullName ?? fullName;
  return { ok: false, reason: { code, detail: { name, number, ...detail } }, perhaps };
}

/** Names change and birth dates are mistyped, but hardly ever both at once. */
function isLikely(row: StudentIdentity, known: KnownStudent): boolean {
  if (row.bornOn !== null && row.bornOn === known.bornOn) return true;
  const words = new Set(nameKey(known.fullName).split(" "));
  return nameKey(row.fullName)
    .split(" ")
    .some((word) => words.has(word));
}
