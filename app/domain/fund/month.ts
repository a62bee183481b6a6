import { addDays, addMonths, type CivilDate } from "../time";
import { fiscalYearOf } from "./fiscal-year";

/** A month on the school's calendar, `YYYY-MM`. */
export type Month = string;

/** Days of the school's calendar, the first and the last included. */
export interface Period {
  from: CivilDate;
  to: CivilDate;
}

/** A month of this millennium, or null for any other text. */
export function readMonth(text: string | null | undefined): Month | null {
  return /^2\d{3}-(?:0[1-9]|1[0-2])$/.test(text ?? "") ? (text ?? null) : null;
}

/** The month `count` months later, earlier when negative; null where `readMonth` knows none. */
export function monthAfter(month: Month, count: number): Month | null {
  return readMonth(addMonths(`${month}-01`, count).slice(0, 7));
}

export function periodOfMonth(month: Month): Period {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The fiscal year that a month belongs to, from its first day up to the end of the month; `startMonth` is 1 to 12. */
export function yearUpTo(month: Month, startMonth: number): Period {
  const { from, to } = periodOfMonth(month);
  const year = fiscalYearOf(from, startMonth) - (startMonth === 1 ? 0 : 1);
  return { from: `${year}-${String(startMonth).padStart(2, "0")}-01`, to };
}

/** A day of this millennium, `YYYY-MM-DD`, or null for any other text. */
export function readDay(text: string | null | undefined): CivilDate | null {
  const month = /^\d{4}-\d{2}-(?:0[1-9]|[1-3]\d)$/.test(text ?? "") ? readMonth(text?.slice(0, 7)) : null;
  return text && month && text <= periodOfMonth(month).to ? text : null;
}
