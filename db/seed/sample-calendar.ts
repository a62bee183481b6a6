/** Dates of the sample data, all counted from the day of seeding, so that the sample schools are always in mid-term. */
export interface SampleCalendar {
  now: Date;
  /** Civil date so many days after (or, negative, before) the day of seeding. */
  day(offset: number): string;
  /** Instant so many days after (or before) the moment of seeding. */
  instant(offset: number): string;
}

const DAY = 86_400_000;

/** The term that is running began seven weeks ago and ends in thirteen. */
export const TERM_STARTS_AFTER = -49;
export const TERM_ENDS_AFTER = 91;

export function sampleCalendar(now: Date): SampleCalendar {
  const instant = (offset: number) => new Date(now.getTime() + offset * DAY).toISOString();
  return { now, instant, day: (offset) => instant(offset).slice(0, 10) };
}
