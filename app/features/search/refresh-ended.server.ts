import { civilDate } from "~/clock";
import { minuteOfDayIn } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import { refreshSearch } from "~/steps/places.server";
import type { Wiring } from "~/wiring";
import { listPlacementsOverSince } from "~db/index-rows.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** A worker that was down at midnight has so long to catch up; later the check of the night finds the rest. */
const FIRST_MINUTES_OF_DAY = 3 * 60;

/**
 * A hold that ends by its date, and a placement that is over, change what the index should say without anybody's act: in the
 * first hours of each school's day the placements concerned are read again. Answers how many.
 */
export function refreshEnded(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "refresh-ended", async (actor) => {
    const { schoolId } = actor;
    const now = wiring.clock.now();
    return withScope(wiring, actor, async (tx) => {
      const { time_zone: timeZone } = await getSchool(tx, schoolId);
      if (minuteOfDayIn(timeZone, now.toISOString()) >= FIRST_MINUTES_OF_DAY) return 0;
      const placements = await listPlacementsOverSince(tx, { schoolId, on: civilDate(now, timeZone) });
      for (const placement of placements) await refreshSearch(tx, placement);
      return placements.length;
    });
  });
}
