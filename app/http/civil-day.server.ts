import { z } from "zod";

/** Nothing that a school writes down is older, and year 0 is a day to a browser's form and none to PostgreSQL. */
const FIRST_DAY = "1900-01-01";

export function isOfOurTime(day: string): boolean {
  return day >= FIRST_DAY;
}

/** A civil date as a form sends it. */
export const civilDay = z.iso.date().refine(isOfOurTime, "errors:field.date");
