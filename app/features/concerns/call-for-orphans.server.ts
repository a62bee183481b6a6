import { civilDate } from "~/clock";
import { callAboutConcern } from "~/steps/call-about-concern.server";
import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import { letConcernWait, listConcernsTakenByOthers } from "~db/concern-watch.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** A report whose reader left the school, or reads none any more, waits again: the leads are told as if it were new. Counts them. */
export function callForOrphans(wiring: Wiring): Promise<number> {
  const now = wiring.clock.now();
  // The policies let a job of this name see who looks after a report, and nothing of what it says.
  return inEachSchool(wiring, "watch-concern", (actor) =>
    withScope(wiring, actor, async (tx) => {
      const { schoolId } = actor;
      const staff = await listStaff(tx, { schoolId, on: civilDate(now, (await getSchool(tx, schoolId)).time_zone) });
      const readers = staff.filter(({ isLead, role }) => isLead || role === "admin").map(({ personId }) => personId);
      const orphans = await listConcernsTakenByOthers(tx, { schoolId, readers });
      for (const { concern_id: concernId, acknowledged_by: takenBy } of orphans) {
        const turn = takenBy ? await letConcernWait(tx, { schoolId, concernId, takenBy, now }) : undefined;
        if (turn !== undefined) await callAboutConcern(tx, { schoolId, concernId, turn });
      }
      return orphans.length;
    }),
  );
}
