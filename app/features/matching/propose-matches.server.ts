import { createHash } from "node:crypto";
import type { SystemActor } from "~/domain/actor";
import { matchContext } from "~/domain/matching/context";
import { inputHash } from "~/domain/matching/input-hash";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { done, type Outcome, refused } from "~/domain/outcome";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { getWeights } from "~db/match-weights.server";
import { findMatchRun, type NewMatch, replaceMatches, updateMatchRun } from "~db/matches.server";
import { withScope } from "~db/scope.server";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * The job behind "make a plan": evidence, plan, proposals with reasons, stored with weights version and input hash.
 * Pairs that are approved stay as they are. Running it twice for one run replaces the first try. Throws when no plan
 * could be made; the run has failed then.
 */
export async function proposeMatches(
  wiring: Wiring,
  actor: SystemActor,
  input: { runId: string },
): Promise<Outcome<{ proposed: number }, "not_found" | "finished_before">> {
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
    return done({ proposed: await makePlan(wiring, actor, started.value) });
  } catch (fault) {
    // The job is tried again; when it is given up, the board says so and a new plan can be asked for.
    await withScope(wiring, actor, (tx) => updateMatchRun(tx, { schoolId, runId, change: { state: "failed" } }));
    throw fault;
  }
}

type Run = NonNullable<Awaited<ReturnType<typeof findMatchRun>>>;

/** Answers how many pairs were proposed. */
function makePlan(wiring: Wiring, actor: SystemActor, run: Run): Promise<number> {
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const evidence = await gatherEvidence(tx, { schoolId, districtId, now });
    const weights = await getWeights(tx, { schoolId, version: run.weights_version });
    const context = matchContext({ ...evidence, weights });
    // A student with a live pursuit past the request has a place in view already and is not planned again.
    const settled = evidence.students
      .filter((student) => student.currentSeatListingIds.length > 0)
      .map((student) => student.id);
    const plan: PlanInput = {
      students: evidence.students,
      placements: evidence.placements,
      context,
      seed: run.seed,
      optedOutStudentIds: [...new Set([...evidence.restingIds, ...settled])],
    };
    const proposed = proposePlan(plan);
    if (!proposed.ok) throw new Error(`the plan was refused: ${proposed.reason}`);
    const matches = proposed.value.assignments.flatMap((pair) => toRow(pair, plan));
    await replaceMatches(tx, { schoolId, runId: run.id, matches });
    const settledSet = new Set(settled);
    const summary = {
      audit: proposed.value.audit,
      unmatched: proposed.value.unmatched.filter((student) => student.reason !== "opted_out"),
      settled: settledSet.size,
    };
    await updateMatchRun(tx, {
      schoolId,
      runId: run.id,
      change: {
        state: "finished",
        progress: 100,
        engine: proposed.value.engine,
        inputHash: inputHash(plan, sha256),
        summary,
        finishedAt: wiring.clock.now(),
      },
    });
    return matches.length;
  });
}

function toRow(pair: { studentId: string; listingId: string }, plan: PlanInput): NewMatch[] {
  const student = plan.students.find(({ id }) => id === pair.studentId);
  const placement = plan.placements.find(({ listingId }) => listingId === pair.listingId);
  if (!student || !placement) return [];
  const match = matchPair(student, placement, plan.context);
  if (!match.eligible) return [];
  return [
    {
      studentId: pair.studentId,
      listingId: pair.listingId,
      score: match.score.score,
      forStudent: match.score.forStudent,
      forPlacement: match.score.forPlacement,
      parts: match.score.parts,
      reasons: match.explanation,
      blockers: match.eligibility.notes,
    },
  ];
}
