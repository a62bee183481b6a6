import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { announceDeparture, takeBackAnnouncement } from "~/steps/announce-departure.server";
import { inEachSchool } from "~/steps/each-school.server";
import { followDeparture } from "~/steps/follow-departure.server";
import { handOnPlaces } from "~/steps/hand-on-places.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { findDeparture, listUnfinishedDepartures, lockDeparture } from "~db/departures.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * What follows from mentors who leave: each school's staff are told once, and told that they stay; when the last day is over what
 * the mentor led is handed on, and then each school pauses what hangs on it. Each step is a transaction of its own and is done once,
 * however often this runs. Answers how many schools followed.
 */
export function carryOutDepartures(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "leaving-mentors", async (actor) => {
    const { schoolId, districtId } = actor;
    const departures = await withScope(wiring, actor, (tx) => listUnfinishedDepartures(tx, { schoolId, districtId }));
    return oneByOne(wiring, departures, {
      about: ({ id: departureId }) => ({ job: actor.job, schoolId, departureId }),
      work: ({ id }) => carryOut(wiring, actor, id),
    });
  });
}

async function carryOut(wiring: Wiring, actor: SystemActor, departureId: string): Promise<number> {
  const isOver = await tellOrHandOn(wiring, actor, departureId);
  if (!isOver) return 0;
  await withScope(wiring, actor, async (tx) => {
    const departure = await findDeparture(tx, { districtId: actor.districtId, departureId });
    if (departure?.handed_on_at) await followDeparture(tx, wiring, { actor, departure, now: wiring.clock.now() });
  });
  return 1;
}

/** Answers whether what the mentor led has been handed on. */
function tellOrHandOn(wiring: Wiring, actor: SystemActor, departureId: string): Promise<boolean> {
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const departure = await lockDeparture(tx, { districtId: actor.districtId, departureId });
    if (!departure) return false;
    if (departure.undone_at !== null) {
      await takeBackAnnouncement(tx, { actor, departure, now });
      return false;
    }
    await announceDeparture(tx, { actor, departure, now });
    if (departure.handed_on_at !== null) return true;
    const on = civilDate(now, (await getSchool(tx, actor.schoolId)).time_zone);
    if (departure.last_day >= on) return false;
    await handOnPlaces(tx, { actor, departure, on, now });
    return true;
  });
}
