import type { SystemActor } from "~/domain/actor";
import type { Mode } from "~/domain/matching/mode";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput, PlanRefusal } from "~/domain/matching/plan-types";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { putMatchSnapshot } from "~db/match-snapshots.server";
import { getWeights } from "~db/match-weights.server";
import { findMatchRun, lockMatchRun, updateMatchRun } from "~db/matches.server";
import { withOneMoment, withScope } from "~db/scope.server";
import { keepPlan, snapshotOf } from "./keep-plan.server";
import { type GatheredPlan, gatherPlan } from "./plan-input.server";
import { refusePlan } from "./refuse-plan.server";

/**
 * The job behind "make a plan": evidence, plan, proposals with reasons, stored with weights version, input hash and the
 * snapshot that repeats the run, and checked by the properties of its kind. Pairs that are approved stay as they are, what coordinators locked or ruled out stays so,
 * and what is equally good stays as the plan before had it. Running it twice for one run replaces the first try. Throws when the evidence
 * could not be read or the plan not stored; the run is under way until it was tried as often as its job is (see `findNewestRun`).
 */
export async function proposeMatches(
  wiring: Wiring,
  actor: SystemActor,
  input: { runId: string },
): Promise<Outcome<Made, "not_found" | "finished_before" | "plan_not_sound">> {
  const { schoolId } = actor;
  const { runId } = input;
  const started = await withScope(wiring, actor, async (tx) => {
    const run = await findMatchRun(tx, { schoolId, runId });
    if (!run) return refused("not_found");
    if (run.state === "finished") return refused("finished_before");
    await updateMatchRun(tx, { schoolId, runId, change: { state: "running", progress: 10 } });
    return done(run);
  });
  if (!started.ok) return started;
  return makePlan(wiring, actor, started.value);
}

/** Of a hundred: the evidence is read; the plan is solved, and is checked and stored next. Chosen; the board shows them while it waits. */
const GATHERED = 40;
const SOLVED = 70;

/** How many pairs were proposed. */
interface Made {
  proposed: number;
}

type Run = NonNullable<Awaited<ReturnType<typeof findMatchRun>>>;

async function makePlan(
  wiring: Wiring,
  actor: SystemActor,
  run: Run,
): Promise<Outcome<Made, "finished_before" | "plan_not_sound">> {
  const { schoolId } = actor;
  // In a transaction of its own: what the long one writes, nobody sees before its end.
  const say = (progress: number) =>
    withScope(wiring, actor, (tx) => updateMatchRun(tx, { schoolId, runId: run.id, change: { progress } }));
  const gathered = await gatherAsOf(wiring, actor, run);
  await say(GATHERED);
  return withScope(wiring, actor, async (tx) => {
    const { input } = gathered;
    const proposed = solved(input);
    if (proposed.ok) await say(SOLVED);
    // Two are at one run where a worker was taken for dead: what the first stored may have been decided about by now.
    if ((await lockMatchRun(tx, { schoolId, runId: run.id })).state === "finished") return refused("finished_before");
    if (!proposed.ok) {
      const fault = "fault" in proposed ? proposed.fault : undefined;
      await putMatchSnapshot(tx, { schoolId, runId: run.id, snapshot: snapshotOf(input) });
      return refusePlan(tx, wiring, { schoolId, runId: run.id, input, reason: proposed.reason, fault });
    }
    return keepPlan(tx, wiring, actor, { runId: run.id, plan: proposed.value, ...gathered });
  });
}

/** The evidence as it is at one moment, judged by the weights that the run was asked for with. */
function gatherAsOf(wiring: Wiring, actor: SystemActor, run: Run): Promise<GatheredPlan> {
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withOneMoment(wiring, actor, async (tx) => {
    const weights = await getWeights(tx, { schoolId, version: run.weights_version });
    return gatherPlan(tx, { schoolId, districtId, now, weights, seed: run.seed, mode: run.mode as Mode });
  });
}

/** The engine throws where it finds itself wrong, and would on each try of the same input. */
function solved(input: PlanInput): Outcome<Plan, PlanRefusal> | { ok: false; reason: "threw"; fault: unknown } {
  try {
    return proposePlan(input);
  } catch (fault) {
    return { ok: false, reason: "threw", fault };
  }
}
