import type { LtiCalendar } from "../hours/lti-day";
import { type CivilDate, weekdayOf } from "../time";

/** The last weekday with school, Monday 1. */
const FRIDAY = 5;

/**
 * Whether there is no school on a day, as far as the school's calendar says: a weekend, a day without school, or a day before the term
 * begins. `term` is the one that the day is in or before; where there is none, weekends alone are known.
 */
export function isWithoutSchool(day: CivilDate, term: LtiCalendar | undefined): boolean {
  if (weekdayOf(day) > FRIDAY) return true;
  return term !== undefined && (day < term.startsOn || term.closed.includes(day));
}
