import { addMonths, type CivilDate, yearOf } from "../time";

/** The fiscal year a day falls into, named by the year in which it ends; `startMonth` is 1 to 12. */
export function fiscalYearOf(day: CivilDate, startMonth: number): number {
  return yearOf(addMonths(`${day.slice(0, 7)}-01`, startMonth === 1 ? 0 : 13 - startMonth));
}
