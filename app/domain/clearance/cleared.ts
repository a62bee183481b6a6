import type { CivilDate } from "../time";

/** The result of one background check of a mentor at a school, never the report. */
export interface Clearance {
  mentorId: string;
  /** The kind of check; a school may ask for several. */
  type: string;
  result: string;
  checkedOn: CivilDate;
  /** Last civil date on which it counts, null without an end. */
  expiresOn: CivilDate | null;
}

/** How the checks of one mentor stand; `expired` also of one that ends before the stay does. */
export type Cleared = "valid" | "missing" | "pending" | "not_clear" | "expired";

/**
 * Whether every one of the mentors is cleared to the end of a stay: at least one check, and the newest of each kind clear
 * and valid on `until`. Without an end date (`until` null) only a check without an end proves it. Nobody named is not cleared.
 */
export function areCleared(
  mentorIds: readonly string[],
  clearances: readonly Clearance[],
  until: CivilDate | null,
): boolean {
  const ownOf = (mentorId: string) => clearances.filter((row) => row.mentorId === mentorId);
  return mentorIds.length > 0 && mentorIds.every((mentorId) => clearedBy(ownOf(mentorId), until) === "valid");
}

/** Whether each of the mentors has a check of every kind that the school asks for, however it came back. */
export function haveEveryKind(
  mentorIds: readonly string[],
  clearances: readonly Clearance[],
  types: readonly string[],
): boolean {
  return mentorIds.every((mentorId) =>
    types.every((type) => clearances.some((row) => row.mentorId === mentorId && row.type === type)),
  );
}

/** How one mentor's checks stand for a stay till `until`, by the rule of `areCleared`; of several faults the gravest. */
export function clearedBy(own: readonly Clearance[], until: CivilDate | null): Cleared {
  const newest = newestOfEachKind(own);
  if (newest.length === 0) return "missing";
  const [fault] = ["not_clear", "pending"].filter((result) => newest.some((row) => row.result === result));
  if (fault) return fault as Cleared;
  return newest.every((row) => row.result === "clear" && holdsTo(row.expiresOn, until)) ? "valid" : "expired";
}

/** The day to which checks must hold; null when nobody has said. One that has passed on `on` says nothing about a stay to come. */
export function clearedUntil(endsOn: CivilDate | null, on: CivilDate): CivilDate | null {
  return endsOn !== null && endsOn >= on ? endsOn : null;
}

/** Results that do not clear, the gravest last: of two checks of one day that one counts. */
const GRAVITY = ["clear", "pending", "not_clear"];

/** Of each kind the newest check; of two of one day the graver one. */
export function newestOfEachKind(own: readonly Clearance[]): Clearance[] {
  const newest = new Map<string, Clearance>();
  for (const row of own) {
    const known = newest.get(row.type);
    if (!known || compareChecks(row, known) > 0) newest.set(row.type, row);
  }
  return [...newest.values()];
}

function compareChecks(a: Clearance, b: Clearance): number {
  if (a.checkedOn !== b.checkedOn) return a.checkedOn < b.checkedOn ? -1 : 1;
  return GRAVITY.indexOf(a.result) - GRAVITY.indexOf(b.result);
}

function holdsTo(expiresOn: CivilDate | null, until: CivilDate | null): boolean {
  return expiresOn === null || (until !== null && expiresOn >= until);
}
