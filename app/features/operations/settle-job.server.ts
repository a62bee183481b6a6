import type { Actor } from "~/domain/actor";
import { mayOperate } from "~/domain/operations/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listOwnJobs, settleOwnJob } from "~db/operations.server";
import { withScope } from "~db/scope.server";

export const JOB_DECISIONS = ["retry", "discard"] as const;
export type JobDecision = (typeof JOB_DECISIONS)[number];
export type SettleJobRefusal = "not_permitted" | "gone_or_running";

/**
 * Tries a job again at once, or takes it away. A discarded change of the index is found again by the next night's check.
 * One that has ended meanwhile, that somebody is at, or of another school, is not touched.
 */
export async function settleJob(
  wiring: Wiring,
  actor: Actor,
  { jobId, decision }: { jobId: number; decision: JobDecision },
): Promise<Outcome<null, SettleJobRefusal>> {
  if (actor.kind !== "staff" || !mayOperate(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const job = (await listOwnJobs(tx, ["sync-placement", "sync-students"])).find(({ id }) => id === jobId);
    if (!job || !(await settleOwnJob(tx, { jobId, decision }))) return refused("gone_or_running");
    await recordAct(tx, {
      actor,
      noun: "job",
      nounId: job.subject || actor.schoolId,
      transition: decision,
      reason: job.task,
      now: wiring.clock.now(),
    });
    return done(null);
  });
}
