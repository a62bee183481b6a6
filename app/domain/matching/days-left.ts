import { addDays, type CivilDate, weekdayOf } from "../time";
import type { PlacementEvidence, StudentEvidence } from "./evidence";

const DAYS_OF_A_WEEK = 7;

/**
 * ISO weekdays that still come before a placement is over, from the day of the evidence or its first day, whichever is later, to
 * its last; none when it is over. Undefined while a whole week is left, or where no last day is named: then every day comes.
 */
export function daysLeft(
  { startsOn, endsOn }: { startsOn: CivilDate | null; endsOn: CivilDate | null },
  on: CivilDate,
): number[] | undefined {
  if (endsOn === null) return undefined;
  const from = startsOn !== null && startsOn > on ? startsOn : on;
  const week = Array.from({ length: DAYS_OF_A_WEEK }, (_, later) => addDays(from, later));
  const left = week.filter((day) => day <= endsOn).map(weekdayOf);
  return left.length === DAYS_OF_A_WEEK ? undefined : left.sort();
}

/**
 * Whether a day on which the student can go still comes before a placement is over. Days that nobody said may be any; where
 * none is shared that alone stands in the way, and the placement's own days are looked at.
 */
export function hasDayLeft(
  { weekdays }: Pick<StudentEvidence, "weekdays">,
  { daysLeft }: PlacementEvidence,
  { commonDays, placementDays }: Record<"commonDays" | "placementDays", readonly number[]>,
): boolean {
  if (daysLeft === undefined) return true;
  const [asked = daysLeft] = [commonDays, placementDays, weekdays].filter(({ length }) => length > 0);
  return asked.some((day) => daysLeft.includes(day));
}
