import { addDays, type CivilDate, civilDateIn, type Instant, instantAt, minuteOfDayIn, weekdayOf } from "./time";

/** When somebody is at a school: on weekdays on which it is not closed, between these minutes of its own clock. */
const OPENS = 8 * 60;
const CLOSES = 16 * 60;
const FRIDAY = 5;

/** The moment after so many hours in which the school was open, by its own clock; what comes at night, on a weekend or on a day off begins with its next morning. */
export function schoolHoursLater({
  timeZone,
  from,
  hours,
  closed,
}: {
  timeZone: string;
  from: Instant;
  hours: number;
  /** Days on which the school is closed, as its calendar has them. */
  closed: ReadonlySet<CivilDate>;
}): Instant {
  let left = hours * 60;
  let day = civilDateIn(timeZone, from);
  let begins = Math.max(OPENS, minuteOfDayIn(timeZone, from));
  for (;;) {
    const room = weekdayOf(day) <= FRIDAY && !closed.has(day) ? Math.max(0, CLOSES - begins) : 0;
    if (left <= room) return instantAt(timeZone, day, begins + left);
    left -= room;
    day = addDays(day, 1);
    begins = OPENS;
  }
}
