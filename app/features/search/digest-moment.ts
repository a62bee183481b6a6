import { addDays, civilDateIn, type Instant, instantAt, instantMs, mondayOf } from "~/domain/time";

/** Sunday afternoon: before the week is planned, and while there is time to look. */
const SUNDAY = 6;
const MINUTE = 15 * 60;

/** The last moment at which the school's students were due their weekly mail. */
export function lastDigestMoment(timeZone: string, now: Instant): Instant {
  const monday = mondayOf(civilDateIn(timeZone, now));
  const thisWeek = instantAt(timeZone, addDays(monday, SUNDAY), MINUTE);
  return instantMs(thisWeek) <= instantMs(now) ? thisWeek : instantAt(timeZone, addDays(monday, SUNDAY - 7), MINUTE);
}
