import { minutes } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import { listOverdueMatchIds } from "~db/held-matches.server";
import { enqueue } from "~db/jobs.server";
import { withScope } from "~db/scope.server";

/** An approval that waits so much longer than its undo window has lost its job; a worker with much to do may be some seconds late. */
const LOST_AFTER = minutes(1);

/** Approvals of boards that should have been carried out, and whose job was lost or given up, get a new one. Answers how many. */
export function resumeHeld(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "approve-held", (actor) =>
    withScope(wiring, actor, async (tx) => {
      const { schoolId } = actor;
      const before = new Date(wiring.clock.now().getTime() - LOST_AFTER);
      const overdue = await listOverdueMatchIds(tx, { schoolId, before });
      for (const matchId of overdue) await enqueue(tx, "approve-held", { schoolId, matchId });
      return overdue.length;
    }),
  );
}
