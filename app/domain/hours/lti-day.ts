import { addDays, type CivilDate, weekdayOf } from "../time";

/** Looked through for the next day: two months hold the longest holidays. */
const DAYS_AHEAD = 62;

export interface LtiCalendar {
  /** Weekdays with LTI, Monday 1. */
  weekdays: readonly number[];
  startsOn: CivilDate;
  endsOn: CivilDate;
  /** Days without school. */
  closed: readonly CivilDate[];
}

/** The first LTI day from a day on, that day included; null where the calendar has none in two months. */
export function nextLtiDay({ weekdays, startsOn, endsOn, closed }: LtiCalendar, from: CivilDate): CivilDate | null {
  const first = from < startsOn ? startsOn : from;
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = addDays(first, ahead);
    if (day > endsOn) return null;
    if (weekdays.includes(weekdayOf(day)) && !closed.includes(day)) return day;
  }
  return null;
}
