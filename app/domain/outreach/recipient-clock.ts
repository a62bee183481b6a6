import { isFederalHoliday } from "../federal-holidays";
import {
  addDays,
  type CivilDate,
  civilDateIn,
  type Instant,
  instantAt,
  instantMs,
  minuteOfDayIn,
  weekdayOf,
} from "../time";
import { clockOfState } from "./state-clock";

/** The clock by which somebody works (IANA): their own where one is written down, else that of their organisation's state, else the school's. */
export function clockOf({ own, state, school }: { own: string; state: string; school: string }): string {
  return own || clockOfState(state) || school;
}

/** Where each day begins first (UTC+14). */
export const FIRST_CLOCK = "Pacific/Kiritimati";

/** When people are at work, by their own clock: between these minutes of a working day. */
const FROM_MINUTE = 9 * 60;
const TO_MINUTE = 16 * 60;
const FRIDAY = 5;

export interface WorkingClock {
  /** IANA. */
  timeZone: string;
  /** Days on which nobody is at the school to be called back. */
  closed: ReadonlySet<CivilDate>;
}

/** Monday to Friday, without the holidays of the country and the days on which the school is closed. */
const isWorkingDay = (day: CivilDate, closed: ReadonlySet<CivilDate>): boolean =>
  weekdayOf(day) <= FRIDAY && !isFederalHoliday(day) && !closed.has(day);

/** Whether mails of a sequence may leave to somebody now. */
export function isWorkingTime({ timeZone, closed }: WorkingClock, now: Instant): boolean {
  const minute = minuteOfDayIn(timeZone, now);
  return isWorkingDay(civilDateIn(timeZone, now), closed) && minute >= FROM_MINUTE && minute < TO_MINUTE;
}

/** The first moment from `from` on at which somebody is at work, on a day (by their clock) that is not before `notBefore`. */
export function nextWorkingTime(
  { timeZone, closed }: WorkingClock,
  { from, notBefore }: { from: Instant; notBefore: CivilDate },
): Instant {
  const today = civilDateIn(timeZone, from);
  let day = today < notBefore ? notBefore : today;
  for (;;) {
    const opens = instantAt(timeZone, day, FROM_MINUTE);
    const closes = instantAt(timeZone, day, TO_MINUTE);
    if (isWorkingDay(day, closed) && instantMs(from) < instantMs(closes))
      return instantMs(from) > instantMs(opens) ? from : opens;
    day = addDays(day, 1);
  }
}
