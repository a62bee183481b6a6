import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { type Done, done } from "~/domain/outcome";
import { isQuietHour } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import { listStudentsDueNews } from "~db/saved-searches.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { lastDigestMoment } from "./digest-moment";
import { findNews } from "./find-news.server";
import { findHeld, type Held, INDEX_LAG, listWaiting, newsUntil } from "./news-until.server";
import { promiseSearchNews, readDueSearches } from "./promise-search-news.server";

/**
 * Once a week, outside the school's quiet hours: mails each student what their saved searches find that was not listed when
 * they were last told. One mail for all searches; nothing new is no mail. It is looked for in the engine inside the database,
 * which has every change however long another one is away. What that does not hold yet, and what was listed after it, is told
 * within an hour of its coming there. Each student is a transaction of their own, in which the mail
 * is promised and the moment moved on. Answers how many mails are on their way.
 */
export async function mailSavedSearches(wiring: Wiring): Promise<Done<{ mails: number }>> {
  const mails = await inEachSchool(wiring, "mail-saved-searches", async (actor) => {
    const { studentIds, ...due } = await readDue(wiring, actor);
    let count = 0;
    for (const studentId of studentIds) if (await mailOne(wiring, actor, { studentId, ...due })) count += 1;
    return count;
  });
  return done({ mails });
}

interface Due {
  before: Date;
  held: Held;
}

async function readDue(wiring: Wiring, actor: SystemActor): Promise<Due & { studentIds: string[] }> {
  const { schoolId } = actor;
  const moment = wiring.clock.now();
  const now = moment.toISOString();
  const { waiting, students, before } = await withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const { quietFromHour: fromHour, quietToHour: toHour } = await getSettings(tx, schoolId);
    const before = new Date(Date.parse(lastDigestMoment(timeZone, now)) - INDEX_LAG);
    const isQuiet = isQuietHour({ timeZone, fromHour, toHour }, now);
    const students = isQuiet ? [] : await listStudentsDueNews(tx, { schoolId, before });
    if (students.length === 0) return { before, waiting: [], students };
    return {
      before,
      waiting: await listWaiting(tx, { schoolId, on: civilDate(moment, timeZone), now: moment }),
      students,
    };
  });
  const since = new Date(Math.min(...students.map((student) => student.since.getTime())));
  return {
    before,
    studentIds: students.map(({ studentId }) => studentId),
    held: await findHeld(wiring, { schoolId, waiting, since, before, now: moment }),
  };
}

/** The engines are asked between two transactions, so that no lock waits for them. */
async function mailOne(
  wiring: Wiring,
  actor: SystemActor,
  { held, ...due }: Due & { studentId: string },
): Promise<boolean> {
  const { schoolId } = actor;
  const { searches, timeZone, ...reader } = await withScope(wiring, actor, (tx) =>
    readDueSearches(tx, { schoolId, ...due }),
  );
  const [first] = searches.map(({ since }) => since).sort((a, b) => a.getTime() - b.getTime());
  if (!first) return false;
  const until = newsUntil(held, first);
  if (until <= first) return false;
  const on = civilDate(wiring.clock.now(), timeZone);
  const found = new Map<string, Date>();
  for (const { wish, since } of searches)
    for (const id of await findNews(wiring, { wish, schoolId, on, since, until, ...reader })) {
      const earlier = found.get(id);
      found.set(id, earlier && earlier < since ? earlier : since);
    }
  return withScope(wiring, actor, (tx) =>
    promiseSearchNews(tx, wiring, { schoolId, ...due, asked: searches, found, until }),
  );
}
