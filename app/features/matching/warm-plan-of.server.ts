import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { openWarmPlan, type WarmPlan } from "~/domain/matching/warm-plan";
import { done, type Outcome, refused } from "~/domain/outcome";
import { findMatchSnapshot, hasMatchSnapshot } from "~db/match-snapshots.server";
import { findNewestRun } from "~db/matches.server";
import type { ScopeTx } from "~db/scope.server";

/** Plans kept warm in this process, the least used first to go. Each holds the evidence of one school, without a name. */
const MOST_WARM = 4;
const warm = new Map<string, WarmPlan>();

/**
 * The plan on the board, opened for questions. Opening it is what takes time, so this process keeps it warm; each time it
 * is asked for in the scope of the actor whether the run and its snapshot are still there, so that nothing outlives an
 * erasure.
 */
export async function warmPlanOf(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<Outcome<WarmPlan, "no_plan">> {
  const run = await findNewestRun(tx, { schoolId, state: "finished" });
  const key = run && `${schoolId} ${run.id}`;
  if (!key || !(await hasMatchSnapshot(tx, { schoolId, runId: run.id }))) {
    forgetOthers(schoolId);
    return refused("no_plan");
  }
  const known = warm.get(key);
  if (known) {
    warm.delete(key);
    warm.set(key, known);
    return done(known);
  }
  const snapshot = await findMatchSnapshot(tx, { schoolId, runId: run.id });
  if (!snapshot) return refused("no_plan");
  const opened = openWarmPlan(JSON.parse(snapshot.input) as PlanInput, JSON.parse(snapshot.plan) as Plan);
  if (!opened.ok) throw new Error(`a stored plan does not open: ${opened.reason}`);
  forgetOthers(schoolId);
  warm.set(key, opened.value);
  const [oldest] = warm.keys();
  if (warm.size > MOST_WARM && oldest) warm.delete(oldest);
  return opened;
}

/** One plan of a school is asked about, the newest. */
function forgetOthers(schoolId: string): void {
  for (const key of warm.keys()) if (key.startsWith(schoolId)) warm.delete(key);
}
