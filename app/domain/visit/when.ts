import { type CivilDate, civilDateIn, type Instant, instantAt, instantMs, minuteOf, minuteOfDayIn } from "../time";

/** Longer is a mistake in the form: a shadow day is one day of work. */
const LONGEST_HOURS = 12;
/** Nobody plans a visit further ahead than this. */
const FURTHEST_DAYS = 400;
const HOUR_MS = 3_600_000;

export interface VisitHours {
  /** The civil day where the school is, and two clock times of it (HH:MM). */
  day: CivilDate;
  from: string;
  to: string;
}

/** The two instants of a visit, as ISO 8601 in UTC. */
export interface VisitTime {
  startsAt: string;
  endsAt: string;
}

export type VisitTimeFault = "ends_before_start" | "too_long" | "in_the_past" | "too_far";

/** The instants of the typed hours where the school is; `timeZone` is an IANA name. */
export function visitTime({ day, from, to }: VisitHours, timeZone: string): VisitTime {
  return { startsAt: instantAt(timeZone, day, minuteOf(from)), endsAt: instantAt(timeZone, day, minuteOf(to)) };
}

/** What is wrong with the time of a visit that is planned now, or null. */
export function findVisitTimeFault({ startsAt, endsAt }: VisitTime, now: Instant): VisitTimeFault | null {
  const start = instantMs(startsAt);
  const lasts = instantMs(endsAt) - start;
  if (lasts <= 0) return "ends_before_start";
  if (lasts > LONGEST_HOURS * HOUR_MS) return "too_long";
  if (start <= instantMs(now)) return "in_the_past";
  return start > instantMs(now) + FURTHEST_DAYS * 24 * HOUR_MS ? "too_far" : null;
}

/** What clocks where the school is show of a visit: the reverse of `visitTime`. */
export function visitHours({ startsAt, endsAt }: VisitTime, timeZone: string): VisitHours {
  const clock = (at: Instant) => {
    const minutes = minuteOfDayIn(timeZone, at);
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  };
  return { day: civilDateIn(timeZone, startsAt), from: clock(startsAt), to: clock(endsAt) };
}
