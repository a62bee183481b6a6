import type { CivilDate } from "../time";

/** A day longer ago is a slip of the pen: a bank need not pay a check after six months (UCC 4-404), and the books of that year are closed. */
const OLDEST_YEARS = 2;

export type DayFault = "not_yet" | "too_long_ago";

/** What speaks against the day on which money came or went, as somebody typed it, or null: one to come, or one long ago. */
export function findDayFault(day: CivilDate, today: CivilDate): DayFault | null {
  if (day > today) return "not_yet";
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return day < oldest ? "too_long_ago" : null;
}
