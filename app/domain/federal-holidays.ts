import { addDays, type CivilDate, weekdayOf } from "./time";

const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;

/** Legal public holidays on a day of the month: `MM-DD` and the year of the first one (5 U.S.C. 6103(a)). */
const FIXED: readonly [monthDay: string, since: number][] = [
  ["01-01", 1971],
  ["06-19", 2021],
  ["07-04", 1971],
  ["11-11", 1978],
  ["12-25", 1971],
];

/** Those on the nth weekday of a month (5 U.S.C. 6103(a)). */
const FLOATING: readonly { month: number; weekday: number; nth: number }[] = [
  { month: 1, weekday: MONDAY, nth: 3 },
  { month: 2, weekday: MONDAY, nth: 3 },
  { month: 9, weekday: MONDAY, nth: 1 },
  { month: 10, weekday: MONDAY, nth: 2 },
  { month: 11, weekday: THURSDAY, nth: 4 },
];

/**
 * Whether a civil day from 1986 on is a holiday of the United States, or the working day on which one of a weekend is kept: the Friday
 * before a Saturday (5 U.S.C. 6103(b)), the Monday after a Sunday (Executive Order 11582). Days of single states and the day of an
 * inauguration are none.
 */
export function isFederalHoliday(day: CivilDate): boolean {
  if (isOnItsDay(day)) return true;
  const weekday = weekdayOf(day);
  if (weekday === FRIDAY && isFixed(addDays(day, 1))) return true;
  return weekday === MONDAY && isFixed(addDays(day, -1));
}

function isOnItsDay(day: CivilDate): boolean {
  if (isFixed(day)) return true;
  const [month, dayOfMonth] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const weekday = weekdayOf(day);
  // Memorial Day is the last Monday of May.
  if (month === 5 && weekday === MONDAY && dayOfMonth > 31 - 7) return true;
  const nth = Math.ceil(dayOfMonth / 7);
  return FLOATING.some((rule) => rule.month === month && rule.weekday === weekday && rule.nth === nth);
}

const isFixed = (day: CivilDate): boolean =>
  FIXED.some(([monthDay, since]) => day.slice(5) === monthDay && Number(day.slice(0, 4)) >= since);
