import { civilDate, daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { type Done, done } from "~/domain/outcome";
import { minuteOfDayIn, minutes, weekdayOf } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { listCoordinators } from "~db/people.server";
import { findQuietEnd, getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listUnreadReaders } from "~db/unread.server";
import { tellCoordinator } from "./tell-coordinator.server";
import { tellUnread } from "./tell-unread.server";

/** Whoever is in the conversation reads it before a mail is worth sending. */
const UNREAD_FOR = minutes(15);
/** What nobody was told of for so long is no news. */
const NEWS_DAYS = 14;
/** Schools without quiet hours are not written to at midnight. */
const FIRST_MINUTE = 7 * 60;
/** What comes up after the morning waits for the next one. */
const NOON = 12 * 60;
const FRIDAY = 5;

/**
 * Tells people once a day at most what they have not read: on mornings of the week a coordinator what waits for them, and everybody
 * else, as soon as something is unread for a while and outside quiet hours, in which of their conversations it stands. Each mail is a
 * transaction of its own, and one that fails keeps no other waiting. Answers how many are on their way.
 */
export async function mailDigests(wiring: Wiring): Promise<Done<{ mails: number }>> {
  const mails = await inEachSchool(wiring, "mail-digests", async (actor) => {
    const due = await listDue(wiring, actor);
    const tellings = [
      ...due.coordinators.map(
        (coordinator) => (tx: ScopeTx) => tellCoordinator(tx, wiring, { coordinator, ...due.day }),
      ),
      ...due.readers.map((reader) => (tx: ScopeTx) => tellUnread(tx, wiring, { reader, ...due.day })),
    ];
    return oneByOne(wiring, tellings, {
      about: () => ({ job: actor.job, schoolId: actor.schoolId }),
      work: async (tell) => ((await withScope(wiring, actor, tell)) ? 1 : 0),
    });
  });
  return done({ mails });
}

/** Coordinators have one mail for all that waits, the conversations too. */
function listDue(wiring: Wiring, actor: SystemActor) {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const day = { school, on, now };
    const minute = minuteOfDayIn(school.time_zone, now.toISOString());
    if (minute < FIRST_MINUTE || (await findQuietEnd(tx, { schoolId, now })) !== null)
      return { day, coordinators: [], readers: [] };
    const coordinators = await listCoordinators(tx, { schoolId, on });
    const until = new Date(now.getTime() - UNREAD_FOR);
    const readers = await listUnreadReaders(tx, { schoolId, since: daysLater(now, -NEWS_DAYS), until });
    return {
      day,
      coordinators: weekdayOf(on) <= FRIDAY && minute < NOON ? coordinators : [],
      readers: readers.filter(({ personId }) => !coordinators.some(({ person_id }) => person_id === personId)),
    };
  });
}
