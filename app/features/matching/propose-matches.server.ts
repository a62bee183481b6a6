import type { SystemActor } from "~/domain/actor";
import { matchContext } from "~/domain/matching/context";
import type { PairIds } from "~/domain/matching/evidence";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { done, type Outcome, refused } from "~/domain/outcome";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { getWeights } from "~db/match-weights.server";
import { findMatchRun, findNewestRun, listMatchPairs, updateMatchRun } from "~db/matches.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { keepPlan } from "./keep-plan.server";

/**
 * The job behind "make a plan": evidence, plan, proposals with reasons, stored with weights version, input hash and the
 * snapshot that repeats the run. Pairs that are approved stay as they are, and what is equally good stays as the plan before
 * had it. Running it twice for one run replaces the first try. Throws when no plan could be made; the run has failed then.
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
  try {
    return await makePlan(wiring, actor, started.value);
  } catch (fault) {
    // The job is tried again; when it is given up, the board says so and a new plan can be asked for.
    await withScope(wiring, actor, (tx) => updateMatchRun(tx, { schoolId, runId, change: { state: "failed" } }));
    throw fault;
  }
}

/** How many pairs were proposed. */
interface Made {
  proposed: number;
}

type Run = NonNullable<Awaited<ReturnType<typeof findMatchRun>>>;

function makePlan(wiring: Wiring, actor: SystemActor, run: Run): Promise<Outcome<Made, "plan_not_sound">> {
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const evidence = await gatherEvidence(tx, { schoolId, districtId, now });
    const weights = await getWeights(tx, { schoolId, version: run.weights_version });
    // A student with a live pursuit past the request has a place in view already and is not planned again.
    const settled = evidence.students
      .filter((student) => student.currentSeatListingIds.length > 0)
      .map((student) => student.id);
    const given: PlanInput = {
      students: evidence.students,
      placements: evidence.placements,
      context: matchContext({ ...evidence, weights }),
      seed: run.seed,
      optedOutStudentIds: [...new Set([...evidence.restingIds, ...settled])],
      previous: await previousPairs(tx, { schoolId, students: evidence.students }),
    };
    const proposed = proposePlan(given);
    if (!proposed.ok) throw new Error(`the plan was refused: ${proposed.reason}`);
    return keepPlan(tx, wiring, { schoolId, runId: run.id, input: given, plan: proposed.value, settled });
  });
}

/** The pairs of the plan on the board, of students who are here. */
async function previousPairs(
  tx: ScopeTx,
  { schoolId, students }: { schoolId: string; students: PlanInput["students"] },
): Promise<PairIds[]> {
  const finished = await findNewestRun(tx, { schoolId, state: "finished" });
  if (!finished) return [];
  const here = new Set(students.map(({ id }) => id));
  const pairs = await listMatchPairs(tx, { schoolId, runId: finished.id });
  return pairs
    .filter(({ student_id }) => here.has(student_id))
    .map(({ student_id, listing_id }) => ({ studentId: student_id, listingId: listing_id }));
}
