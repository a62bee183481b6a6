import { daysBetween } from "../time";

/** A last day further away than this is a typing error: nobody gives notice two years ahead. */
export const LONGEST_NOTICE_DAYS = 400;

export type LeavingFault = "day_over" | "too_far";

/**
 * What speaks against a last day (civil date) that is said on `today`; null where nothing does. It lies today or later, because
 * everything that follows from it happens after it, and in reach of a year's plans.
 */
export function faultOfLastDay(lastDay: string, today: string): LeavingFault | null {
  if (lastDay < today) return "day_over";
  return daysBetween(today, lastDay) > LONGEST_NOTICE_DAYS ? "too_far" : null;
}
