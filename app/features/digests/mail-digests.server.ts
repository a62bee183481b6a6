import { civilDate, daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { type Done, done } from "~/domain/outcome";
import { minuteOfDayIn, minutes, weekdayOf } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { hasHadDay, listDayReaders, putDayOnItsWay } from "~db/day-mails.server";
import { listCoordinators } from "~db/people.server";
import { findQuietEnd, getSchool } from "~db/schools.server";
import { type ScopeTx, withScope, withSystem } from "~db/scope.server";
import { listUnreadReaders } from "~db/unread.server";
import { DAY_HOURS, dayRules, joinsOf } from "~emails/day";
import type { MailKind } from "~emails/kinds";
import { tellCoordinator } from "./tell-coordinator.server";
import { tellUnread } from "./tell-unread.server";

/** Whoever is in the conversation reads it before a mail is worth sending. */
const UNREAD_FOR = minutes(15);
/** What nobody was told of for so long is no news. */
const NEWS_DAYS = 14;
/** What comes up after the morning waits for the next one. */
const NOON = 12 * 60;
const FRIDAY = 5;

/**
 * Sends everybody the one mail of their day: what was promised since the last one and can wait, which of their conversations has something
 * unread and, on mornings of the week, what waits for a coordinator. It leaves as soon as there is something whose hour has come, outside
 * quiet hours; what comes after it is for the next day. Each reader is a transaction of their own, and one that fails keeps no other
 * waiting. Answers how many mails are on their way.
 */
export async function mailDigests(wiring: Wiring): Promise<Done<{ mails: number }>> {
  const mails = await inEachSchool(wiring, "mail-digests", async (actor) => {
    const day = await openDay(wiring, actor);
    if (day === null) return 0;
    let onTheirWay = 0;
    try {
      await tellOfWhatWaits(wiring, actor, day);
    } finally {
      onTheirWay = await putOnTheirWay(wiring, actor, day);
    }
    return onTheirWay;
  });
  return done({ mails });
}

interface Day {
  school: Awaited<ReturnType<typeof getSchool>>;
  schoolId: string;
  timeZone: string;
  on: string;
  minute: number;
  now: Date;
}

/** Null while it is too early for anybody, or quiet. */
function openDay(wiring: Wiring, { schoolId, ...actor }: SystemActor): Promise<Day | null> {
  const now = wiring.clock.now();
  return withScope(wiring, { schoolId, ...actor }, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const { time_zone: timeZone } = school;
    const minute = minuteOfDayIn(timeZone, now.toISOString());
    if (minute < DAY_HOURS.morning.fromMinute || (await findQuietEnd(tx, { schoolId, now })) !== null) return null;
    return { school, schoolId, timeZone, on: civilDate(now, timeZone), minute, now };
  });
}

/** Promises what is asked anew each day. Coordinators have one line for all that waits, the conversations too. */
async function tellOfWhatWaits(wiring: Wiring, actor: SystemActor, day: Day): Promise<void> {
  const { schoolId, on, now } = day;
  const until = new Date(now.getTime() - UNREAD_FOR);
  const { coordinators, readers } = await withScope(wiring, actor, async (tx) => ({
    coordinators: await listCoordinators(tx, { schoolId, on }),
    readers: await listUnreadReaders(tx, { schoolId, since: daysLater(now, -NEWS_DAYS), until }),
  }));
  const isMorning = isDue("needs-you", day) && day.minute < NOON;
  const others = readers.filter(({ personId }) => !coordinators.some(({ person_id }) => person_id === personId));
  const tellings = [
    ...(isMorning ? coordinators : []).map((coordinator) => ({
      reader: { personId: coordinator.person_id, mentorId: null },
      tell: (tx: ScopeTx) => tellCoordinator(tx, wiring, { coordinator, ...day }),
    })),
    ...others.map((reader) => ({ reader, tell: (tx: ScopeTx) => tellUnread(tx, wiring, { reader, ...day }) })),
  ];
  await oneByOne(wiring, tellings, {
    about: () => ({ job: actor.job, schoolId }),
    // Whoever has had the day's mail is told tomorrow, of what is true then.
    work: ({ reader, tell }) =>
      withScope(wiring, actor, async (tx) => ((await hasHadDay(tx, { ...day, reader })) || !(await tell(tx)) ? 0 : 1)),
  });
}

async function putOnTheirWay(wiring: Wiring, actor: SystemActor, day: Day): Promise<number> {
  const waiting = await withScope(wiring, actor, (tx) => listDayReaders(tx, day));
  const due = waiting.filter(({ kinds }) => kinds.some((kind) => isDue(kind as MailKind, day)));
  return oneByOne(wiring, due, {
    about: () => ({ job: actor.job, schoolId: day.schoolId }),
    work: async ({ reader }) => ((await withSystem(wiring, (tx) => putDayOnItsWay(tx, { ...day, reader }))) ? 1 : 0),
  });
}

/** Whether the hour has come of a kind that joins; one that a later release no longer lets join goes at any. */
function isDue(kind: MailKind, { on, minute }: Day): boolean {
  const hour = (kind in dayRules ? joinsOf(kind) : null)?.joins ?? "morning";
  const { fromMinute, isForSchoolDays } = DAY_HOURS[hour];
  return minute >= fromMinute && (!isForSchoolDays || weekdayOf(on) <= FRIDAY);
}
