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

/**
 * Whether every one of the mentors is cleared to the end of a stay: at least one check, and the newest of each kind clear
 * and valid on `until`. Without an end date (`until` null) only a check without an end proves it. Nobody named is not cleared.
 */
export function areCleared(
  mentorIds: readonly string[],
  clearances: readonly Clearance[],
  until: CivilDate | null,
): boolean {
  return (
    mentorIds.length > 0 &&
    mentorIds.every((mentorId) =>
      isCleared(
        clearances.filter((row) => row.mentorId === mentorId),
        until,
      ),
    )
  );
}

function isCleared(own: readonly Clearance[], until: CivilDate | null): boolean {
  const newest = new Map<string, Clearance>();
  for (const row of own) {
    const known = newest.get(row.type);
    if (!known || row.checkedOn > known.checkedOn) newest.set(row.type, row);
    // Two of one day: the one that does not clear counts.
    else if (row.checkedOn === known.checkedOn && row.result !== "clear") newest.set(row.type, row);
  }
  return (
    newest.size > 0 && [...newest.values()].every((row) => row.result === "clear" && holdsTo(row.expiresOn, until))
  );
}

function holdsTo(expiresOn: CivilDate | null, until: CivilDate | null): boolean {
  return expiresOn === null || (until !== null && expiresOn >= until);
}
