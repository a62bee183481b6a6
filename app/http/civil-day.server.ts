import { z } from "zod";

/** Nothing that a school writes down is older, and year 0 is a day to a browser's form and none to PostgreSQL. */
const FIRST_DAY = "1900-01-01";
/** A browser takes any year of four digits; the day after the last of them is none to PostgreSQL. */
const LAST_DAY = "2199-12-31";

export function isOfOurTime(day: string): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/** A civil date as a form sends it. */
export const civilDay = z.iso.date().refine(isOfOurTime, "errors:field.date");
