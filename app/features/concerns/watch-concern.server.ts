import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { nextStage, type Stage } from "~/domain/concern/escalation";
import { done, type Outcome, refused } from "~/domain/outcome";
import { tellOfConcern } from "~/steps/tell-of-concern.server";
import type { Wiring } from "~/wiring";
import { lockWaitingConcern, writeConcernStage } from "~db/concerns.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * Tells the next people of a report that nobody took on in time; once for each stage, also when the job runs again after its
 * worker died. `not_found` when nothing is left to do.
 */
export async function watchConcern(
  wiring: Wiring,
  actor: SystemActor,
  { concernId, stage }: { concernId: string; stage: Stage },
): Promise<Outcome<null, "not_found">> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const waiting = await lockWaitingConcern(tx, { schoolId, concernId });
    if (waiting?.stage !== stage) return refused("not_found");
    const staff = await listStaff(tx, { schoolId, on: civilDate(now, (await getSchool(tx, schoolId)).time_zone) });
    const next = nextStage(staff, waiting.not_for, stage);
    await writeConcernStage(tx, { schoolId, concernId, stage: next });
    const raisedAt = new Date(waiting.raised_at);
    await tellOfConcern(tx, {
      wiring,
      schoolId,
      concernId,
      staff,
      notFor: waiting.not_for,
      stage: next,
      raisedAt,
      now,
    });
    return done(null);
  });
}
