import type { SystemActor } from "~/domain/actor";
import { flagsOf } from "~/domain/matching/flags";
import { canonicalInput, inputHash } from "~/domain/matching/input-hash";
import { isRepeated } from "~/domain/matching/is-repeated";
import { isSummed } from "~/domain/matching/is-summed";
import type { RestingLock } from "~/domain/matching/locks-that-hold";
import { mentorsBeyond } from "~/domain/matching/mentor-room";
import { matchPair } from "~/domain/matching/pair";
import { underWayIn } from "~/domain/matching/plan-counts";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { type StudentTop, topMatches } from "~/domain/matching/top-matches";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { wishesMet } from "~/domain/matching/wishes-met";
import { done, type Outcome } from "~/domain/outcome";
import { advanceAll } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { type MatchSnapshot, putMatchSnapshot } from "~db/match-snapshots.server";
import {
  findNewestRun,
  listSupersededMatches,
  type NewMatch,
  replaceMatches,
  updateMatchRun,
} from "~db/matches.server";
import type { ScopeTx } from "~db/scope.server";
import { refusePlan, type UnsoundPlan } from "./refuse-plan.server";
import { textDigest } from "./text-digest";

export interface NewPlan {
  runId: string;
  input: PlanInput;
  plan: Plan;
  /** Students in the input who have a place in view already. */
  settled: readonly string[];
  /** Locks of the school that this plan could not keep. */
  resting: readonly RestingLock[];
}

/**
 * Stores a plan with the snapshot that repeats it, after checking its properties from the input alone, also that the
 * input makes it again. A plan that breaks one is not used: the run has failed, the plan before stays on the board, and the
 * log says which input did it.
 */
export async function keepPlan(
  tx: ScopeTx,
  wiring: Wiring,
  actor: SystemActor,
  { runId, input, plan, settled, resting }: NewPlan,
): Promise<Outcome<{ proposed: number }, "plan_not_sound">> {
  const { schoolId } = actor;
  const { engine, weightsVersion } = plan;
  const run = { engine, weightsVersion, inputHash: inputHash(input, textDigest), finishedAt: wiring.clock.now() };
  const { tops, unsound } = checked(plan, input);
  await putMatchSnapshot(tx, { schoolId, runId, snapshot: snapshotOf(input, { plan, tops }) });
  if (unsound) return refusePlan(tx, wiring, { schoolId, runId, input, ...unsound });
  const matches = toRows(plan, input);
  await replaceMatches(tx, { schoolId, runId, matches });
  const summary = {
    audit: plan.audit,
    unmatched: plan.unmatched.filter((student) => student.reason !== "opted_out"),
    ...underWayIn(plan, settled),
    approvedPairs: plan.assignments
      .filter(({ origin }) => origin === "approved")
      .map(({ studentId, listingId }) => ({ studentId, listingId })),
    resting,
    wishes: wishesMet(plan, input),
  };
  await updateMatchRun(tx, { schoolId, runId, change: { ...run, state: "finished", progress: 100, summary } });
  await overtakeOlder(tx, wiring, actor);
  return done({ proposed: matches.length });
}

/** What a run saw, and what it answered; where it has no answer, so that somebody can ask again. */
export function snapshotOf(
  input: PlanInput,
  { plan, tops }: { plan: Plan | null; tops: readonly StudentTop[] } = { plan: null, tops: [] },
): MatchSnapshot {
  const studentIds = input.students.map(({ id }) => id);
  return { input: canonicalInput(input), plan: JSON.stringify(plan), tops, studentIds };
}

interface Checked {
  tops: StudentTop[];
  /** Null for a plan that may be used. */
  unsound: Pick<UnsoundPlan, "properties" | "reason" | "fault"> | null;
}

/** A check that throws found the engine at odds with itself, and says no more of the plan than one that fails. */
function checked(plan: Plan, input: PlanInput): Checked {
  try {
    const properties = [...new Set(verifyPlan(plan, input).map(({ property }) => property))].sort();
    if (properties.length === 0 && !isRepeated(plan, input)) properties.push("D1");
    if (properties.length > 0) return { tops: [], unsound: { properties } };
    const tops = topMatches(input);
    return tops.every(({ top }) => top.every(isSummed))
      ? { tops, unsound: null }
      : { tops, unsound: { properties: ["S1"] } };
  } catch (fault) {
    return { tops: [], unsound: { reason: "threw", fault } };
  }
}

/** What plans before the one on the board proposed and nobody decided, nobody can approve any more. */
async function overtakeOlder(tx: ScopeTx, wiring: Wiring, actor: SystemActor): Promise<void> {
  const { schoolId } = actor;
  const newest = await findNewestRun(tx, { schoolId, state: "finished" });
  if (!newest) return;
  const ids = (await listSupersededMatches(tx, { schoolId, runId: newest.id })).map(({ id }) => id);
  await advanceAll(tx, { actor, noun: "match", ids, move: "overtake", now: wiring.clock.now() });
}

function toRows(plan: Plan, input: PlanInput): NewMatch[] {
  const { students, placements, context, previous } = input;
  const beyond = mentorsBeyond(plan, input);
  const studentOf = new Map(students.map((student) => [student.id, student]));
  const placementOf = new Map(placements.map((placement) => [placement.listingId, placement]));
  return plan.assignments.flatMap(({ studentId, listingId, origin }) => {
    // What is approved is a pursuit already, and no proposal.
    if (origin === "approved") return [];
    const student = studentOf.get(studentId);
    const placement = placementOf.get(listingId);
    if (!student || !placement) return [];
    const match = matchPair(student, placement, context);
    const flags = flagsOf(student, placement, { context, previous, beyond });
    const words = { reasons: match.explanation, blockers: match.eligibility.notes, flags };
    const { score, forStudent, forPlacement, parts } = match.score ?? UNSCORED;
    return [{ studentId, listingId, score, forStudent, forPlacement, parts, ...words }];
  });
}

/** A pair that stands by a coordinator's reason alone. */
const UNSCORED = { score: null, forStudent: null, forPlacement: null, parts: {} };
