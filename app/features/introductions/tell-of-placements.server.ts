import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { instantAt, isQuietHour, mondayOf } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import { tellIntroducer } from "~/steps/tell-introducer.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findIntroduction } from "~db/introductions.server";
import { listPlacedIntroductions, updatePlacedTold } from "~db/placed-introductions.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/**
 * By the clock: whoever introduced a mentor hears once that a student found a place with them, not who. What was taken in one
 * week is told in the next, outside quiet hours: in the hour of the acceptance the mail itself would say who. Answers how many.
 */
export function tellOfPlacements(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "tell-of-placements", async (actor) => {
    const { schoolId } = actor;
    const now = wiring.clock.now();
    const due = await withScope(wiring, actor, async (tx) => {
      const takenBefore = await startOfWeek(tx, schoolId, now);
      return takenBefore === null ? [] : listPlacedIntroductions(tx, { schoolId, takenBefore });
    });
    let count = 0;
    for (const introductionId of due) if (await tellOne(wiring, actor, introductionId)) count += 1;
    return count;
  });
}

function tellOne(wiring: Wiring, actor: SystemActor, introductionId: string): Promise<boolean> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await updatePlacedTold(tx, { schoolId, introductionId, now }))) return false;
    const introduction = await findIntroduction(tx, { schoolId, introductionId });
    if (!introduction) throw new Error(`there is no introduction ${introductionId}`);
    await tellIntroducer(tx, wiring, { introduction, now });
    await recordAct(tx, { actor, noun: "introduction", nounId: introductionId, transition: "tell_placed", now });
    return true;
  });
}

/** Monday 00:00 at the school, or null in its quiet hours. */
async function startOfWeek(tx: ScopeTx, schoolId: string, now: Date): Promise<Date | null> {
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const { quietFromHour: fromHour, quietToHour: toHour } = await getSettings(tx, schoolId);
  if (isQuietHour({ timeZone, fromHour, toHour }, now.toISOString())) return null;
  return new Date(instantAt(timeZone, mondayOf(civilDate(now, timeZone)), 0));
}
