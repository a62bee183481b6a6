import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { askStaffAboutGate } from "~/steps/clearance-task.server";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import { settleClearance } from "~/steps/settle-clearance.server";
import type { Wiring } from "~/wiring";
import { listPursuitsBehindChecks } from "~db/clearance-desk.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** A placement whose lead mentor, back-ups or last day may have changed. */
export interface ChangedPlacement {
  districtId: string;
  placementId: string;
}

/**
 * Brings clearance gates to what is so today, of one placement after a change of it, or of all: who is named changes, and checks of
 * open-ended work run out. Each pursuit is a transaction of its own, and one that fails keeps no other waiting. Answers how many gates closed or opened.
 */
export function settleClearances(wiring: Wiring, changed: ChangedPlacement | null = null): Promise<number> {
  return inEachSchool(wiring, "settle-clearances", async (actor) => {
    if (changed && changed.districtId !== actor.districtId) return 0;
    const { schoolId } = actor;
    const placementId = changed?.placementId ?? null;
    const pursuits = await withScope(wiring, actor, async (tx) => {
      const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
      return listPursuitsBehindChecks(tx, { schoolId, placementId, on });
    });
    return oneByOne(wiring, pursuits, {
      about: ({ id: pursuitId }) => ({ job: actor.job, schoolId, pursuitId }),
      work: async ({ id }) => ((await settleOne(wiring, actor, id)) ? 1 : 0),
    });
  });
}

function settleOne(wiring: Wiring, actor: SystemActor, pursuitId: string): Promise<boolean> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const now = wiring.clock.now();
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    // Between the list and the lock it may have ended.
    if (!pursuit || pursuit.ended_at !== null) return false;
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const settled = await settleClearance(tx, wiring, { actor, pursuit, isFailure: false, on, now });
    if (settled === "reopened") await askStaffAboutGate(tx, pursuit, now);
    return settled !== "as_it_was";
  });
}
