import { Temporal } from "temporal-polyfill";

/** `YYYY-MM-DD`, a day on a school's own calendar. */
export type CivilDate = string;
/** An ISO 8601 instant with its offset, such as `2026-11-24T06:40:00Z` or Postgres' `2026-11-24 06:40:00+00`. */
export type Instant = string;
/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

declare const unit: unique symbol;
/** A length of time in milliseconds; only `minutes`, `hours` and `days` make one. */
export type Milliseconds = number & { readonly [unit]: "ms" };

const MINUTE_MS = 60_000;

export function minutes(count: number): Milliseconds {
  return (count * MINUTE_MS) as Milliseconds;
}

export function hours(count: number): Milliseconds {
  return minutes(count * 60);
}

/** Days of 24 hours, for waiting times. For days on the calendar use `addDays`. */
export function days(count: number): Milliseconds {
  return hours(count * 24);
}

/** The instant `length` later (earlier when negative), in UTC. Throws on what is not an instant. */
export function later(instant: Instant, length: Milliseconds): Instant {
  return Temporal.Instant.from(instant)
    .add({ milliseconds: Math.round(length) })
    .toString();
}

/** Milliseconds since 1970 in UTC, to compare instants written with different offsets. Throws on what is not one. */
export function instantMs(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** Whether `now` is at or past `instant` plus `length`. */
export function hasPassed(instant: Instant, length: Milliseconds, now: Instant): boolean {
  return instantMs(now) >= instantMs(instant) + length;
}

/** The day it is at `instant` where the school is; `timeZone` is an IANA name. Throws on an unknown zone. */
export function civilDateIn(timeZone: string, instant: Instant): CivilDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Minutes since local midnight (0..1439) at `instant` where the school is. */
export function minuteOfDayIn(timeZone: string, instant: Instant): number {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return local.hour * 60 + local.minute;
}

/** The instant at which a wall clock in the zone shows this date and minute; a skipped hour moves forward. */
export function instantAt(timeZone: string, date: CivilDate, minuteOfDay: number): Instant {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 });
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString();
}

/**
 * Whether the school's clock is between `fromHour` (included) and `toHour` (excluded), which may cross midnight:
 * 20 to 8 is quiet at 20:00 and 07:59, not at 08:00. Equal hours mean no quiet time.
 */
export function isQuietHour(quiet: { timeZone: string; fromHour: number; toHour: number }, now: Instant): boolean {
  const hour = Math.floor(minuteOfDayIn(quiet.timeZone, now) / 60);
  if (quiet.fromHour <= quiet.toHour) return hour >= quiet.fromHour && hour < quiet.toHour;
  return hour >= quiet.fromHour || hour < quiet.toHour;
}

/** When the quiet time ends that it is at `now` by the school's clock; null outside it. */
export function quietUntil(
  quiet: { timeZone: string; fromHour: number; toHour: number },
  now: Instant,
): Instant | null {
  if (!isQuietHour(quiet, now)) return null;
  const today = civilDateIn(quiet.timeZone, now);
  const end = instantAt(quiet.timeZone, today, quiet.toHour * 60);
  return instantMs(end) > instantMs(now) ? end : instantAt(quiet.timeZone, addDays(today, 1), quiet.toHour * 60);
}

/** The calendar day `count` days later (earlier when negative). Throws on what is not a date. */
export function addDays(date: CivilDate, count: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days: count }).toString();
}

/** The same day `count` months later; 31 January plus one month is the last of February. */
export function addMonths(date: CivilDate, count: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months: count }).toString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
}

export function weekdayOf(date: CivilDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday;
}

/** The Monday of the date's week. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

/**
 * Whole years lived on `date`. A birthday counts from its own day on; somebody born on 29 February has it on 1 March
 * in common years, so nobody is held older than they are.
 */
export function ageOn(birthDate: CivilDate, date: CivilDate): number {
  const born = Temporal.PlainDate.from(birthDate);
  const on = Temporal.PlainDate.from(date);
  const hadBirthday = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (hadBirthday ? 0 : 1);
}

/** Labor Day of the United States: the first Monday of September (5 USC 6103). */
export function laborDay(year: number): CivilDate {
  return mondayOf(Temporal.PlainDate.from({ year, month: 9, day: 7 }).toString());
}

/** The calendar year of a date. */
export function yearOf(date: CivilDate): number {
  return Temporal.PlainDate.from(date).year;
}

/** Minutes since midnight of a clock time `HH:MM` or `HH:MM:SS` (`24:00` is 1440). Throws on anything else. */
export function minuteOf(clock: string): number {
  const [, hour = "", minute = ""] = /^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(clock) ?? [];
  const total = Number(hour) * 60 + Number(minute);
  if (hour === "" || total > 1440 || Number(minute) > 59) throw new RangeError(`Not a clock time: ${clock}`);
  return total;
}
