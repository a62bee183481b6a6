import { addDays, type CivilDate, weekdayOf } from "../time";

/** A weekday on which a student comes, with the first and the last day on which it counts; null where none is set. */
export interface SetDay {
  weekday: number | null;
  from: CivilDate | null;
  until: CivilDate | null;
}

/** Nobody plans the next day of a student further ahead: behind it lies a long break, and the day is not sure. */
const LOOKS_AHEAD_DAYS = 120;

/** The next of the set days, today among them, that the school is open; undefined where none comes. */
export function nextDay<Day extends SetDay>(
  days: readonly Day[],
  { on, closed }: { on: CivilDate; closed: readonly CivilDate[] },
): { day: CivilDate; set: Day } | undefined {
  for (let ahead = 0; ahead <= LOOKS_AHEAD_DAYS; ahead += 1) {
    const day = addDays(on, ahead);
    const set = days.find(({ weekday, from, until }) => weekday === weekdayOf(day) && isWithin(day, from, until));
    if (set && !closed.includes(day)) return { day, set };
  }
  return undefined;
}

const isWithin = (day: CivilDate, from: CivilDate | null, until: CivilDate | null) =>
  (from === null || from <= day) && (until === null || day <= until);
