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

/** Clocks of the United States and its territories, by IANA names; one for each that differs at some time of the year. */
export const CLOCKS = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
] as const;

/**
 * States and territories by their postal codes (USPS Publication 28, appendix B). Of a state with two clocks (49 CFR 71) it is the one of
 * most of its people; whoever works by the other has it written down.
 */
const STATES: Record<(typeof CLOCKS)[number], string> = {
  "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
  "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
  "America/Denver": "CO ID MT NM UT WY",
  "America/Phoenix": "AZ",
  "America/Los_Angeles": "CA NV OR WA",
  "America/Anchorage": "AK",
  "Pacific/Honolulu": "HI",
  "America/Puerto_Rico": "PR VI",
  "Pacific/Guam": "GU MP",
};
const CLOCK_OF = new Map(
  Object.entries(STATES).flatMap(([clock, states]) => states.split(" ").map((state) => [state, clock])),
);

/** The clock by which somebody works (IANA): their own where one is written down, else that of their organisation's state, else the school's. */
export function clockOf({ own, state, school }: { own: string; state: string; school: string }): string {
  return own || CLOCK_OF.get(state.trim().toUpperCase()) || school;
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
