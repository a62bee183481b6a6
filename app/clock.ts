/** The clock that verbs ask; tests hand in one that stands still. */
export interface Clock {
  now(): Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The instant a number of whole days later. */
export function daysLater(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** By zone: to make one takes far longer than to use it. */
const civilFormats = new Map<string, Intl.DateTimeFormat>();

/** The civil date (YYYY-MM-DD) of an instant where the school is. `timeZone` is an IANA name. */
export function civilDate(now: Date, timeZone: string): string {
  let format = civilFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    civilFormats.set(timeZone, format);
  }
  return format.format(now);
}
