import { isVisit } from "../pursuit/gates";
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
 * Whether every one of the mentors is cleared to the end of a stay: at least one check, and the one that counts of each kind clear
 * and valid on `until`. With no such day (`until` null) only a check without an end proves it. Nobody named is not cleared.
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
  const counting = countingChecks(own, until);
  if (counting.length === 0) return "missing";
  const [fault] = ["not_clear", "pending"].filter((result) => counting.some((row) => row.result === result));
  if (fault) return fault as Cleared;
  return counting.every((row) => row.result === "clear" && holdsTo(row.expiresOn, until)) ? "valid" : "expired";
}

/** What a placement says of how long a student stays. */
export interface StayAt {
  /** The kind of placement. */
  kind: string;
  /** The last day of the placement, null where nobody has said. */
  endsOn: CivilDate | null;
}

/**
 * The day to which checks must hold for a stay, as of `on`: the last day of the work; today where nobody has said when it ends, and
 * for what is one visit (the day of a visit that has one is asked by itself). Null once the last day has passed: it says nothing
 * about a stay to come.
 */
export function clearedUntil({ kind, endsOn }: StayAt, on: CivilDate): CivilDate | null {
  if (endsOn === null || isVisit(kind)) return on;
  return endsOn >= on ? endsOn : null;
}

/** Results that do not clear, the gravest last: of two checks of one day that one counts. */
const GRAVITY = ["clear", "pending", "not_clear"];

/**
 * The check that counts of each kind for a stay till `until`: the newest, of two of one day the graver one. One that is not finished
 * takes nothing away and makes nothing good: what was finished before it counts while it is clear to `until`, or did not clear.
 */
export function countingChecks<Row extends Clearance>(own: readonly Row[], until: CivilDate | null): Row[] {
  const finished = newestOfEachKind(own.filter(({ result }) => result !== "pending"));
  return [...newestOfEachKind(own)].map(([type, newest]) => {
    const before = newest.result === "pending" ? finished.get(type) : undefined;
    if (!before || before.checkedOn === newest.checkedOn) return newest;
    return before.result !== "clear" || holdsTo(before.expiresOn, until) ? before : newest;
  });
}

/**
 * Of a mentor's checks those of kinds that the school asks for, and of another kind whatever did not come back clear: what a school
 * asked for once runs out and hinders nobody, and a failure stays one.
 */
export function askedFor<Row extends Clearance>(own: readonly Row[], types: readonly string[]): Row[] {
  const failed = countingChecks(own, null).flatMap(({ type, result }) => (result === "not_clear" ? type : []));
  return own.filter(({ type }) => types.includes(type) || failed.includes(type));
}

function newestOfEachKind<Row extends Clearance>(own: readonly Row[]): Map<string, Row> {
  const newest = new Map<string, Row>();
  for (const row of own) {
    const known = newest.get(row.type);
    if (!known || compareChecks(row, known) > 0) newest.set(row.type, row);
  }
  return newest;
}

function compareChecks(a: Clearance, b: Clearance): number {
  if (a.checkedOn !== b.checkedOn) return a.checkedOn < b.checkedOn ? -1 : 1;
  return GRAVITY.indexOf(a.result) - GRAVITY.indexOf(b.result);
}

function holdsTo(expiresOn: CivilDate | null, until: CivilDate | null): boolean {
  return expiresOn === null || (until !== null && expiresOn >= until);
}
