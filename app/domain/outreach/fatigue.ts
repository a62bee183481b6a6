import { days, type Instant, instantMs, later } from "../time";

/**
 * How often outreach of all schools of a district together may write to one address: people who are asked too often stop
 * answering, and the district needs them for years.
 */
export const FATIGUE_CAP = [
  { withinDays: 14, most: 1 },
  { withinDays: 90, most: 3 },
] as const;

/** The longest time that matters to the cap. */
export const CAP_DAYS = 90;

/**
 * When an address may be written to again, or null when it may be now. `written` are the instants of earlier mails, in any
 * order; a mail counts for exactly so many days.
 */
export function restingUntil(written: readonly Instant[], now: Instant): Instant | null {
  const newestFirst = written.toSorted((one, other) => instantMs(other) - instantMs(one));
  const ends = FATIGUE_CAP.flatMap(({ withinDays, most }) => {
    const last = newestFirst[most - 1];
    return last === undefined ? [] : [later(last, days(withinDays))];
  }).filter((end) => instantMs(end) > instantMs(now));
  return ends.toSorted((one, other) => instantMs(other) - instantMs(one))[0] ?? null;
}
