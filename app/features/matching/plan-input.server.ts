import { matchContext } from "~/domain/matching/context";
import type { PairIds, PlacementEvidence } from "~/domain/matching/evidence";
import { locksThatHold, type RestingLock } from "~/domain/matching/locks-that-hold";
import type { Lock, PlanInput } from "~/domain/matching/plan-types";
import type { MatchWeights } from "~/domain/matching/weights";
import { gatherEvidence } from "~/steps/match-evidence.server";
import { listHeldMatches } from "~db/held-matches.server";
import { findNewestRun, listMatchPairs } from "~db/matches.server";
import { listStandingRulings, type RulingRow } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import type { ScopeTx } from "~db/scope.server";

/** The seed of a school's runs: the same seed and rows give the same plan. */
export const PLAN_SEED = 1;

export interface GatheredPlan {
  input: PlanInput;
  /** Students who have a place in view already, with a live pursuit past the request or an approval that waits: not planned again. */
  settled: string[];
  /** Locks that no plan can keep now. */
  resting: RestingLock[];
  /** The weights the school judges by now. */
  weights: MatchWeights;
}

interface Asked {
  schoolId: string;
  districtId: string;
  now: Date;
  /** Other weights than those of now. */
  weights?: MatchWeights;
  seed?: number;
}

/**
 * What a plan of a school is made of: its students and listings, what coordinators settled about pairs and listings, and the
 * plan on the board, whose pairs are kept among equally good ones.
 */
export async function gatherPlan(tx: ScopeTx, asked: Asked): Promise<GatheredPlan> {
  const { schoolId } = asked;
  const evidence = await gatherEvidence(tx, asked);
  const held = await listHeldMatches(tx, { schoolId });
  const waiting = new Set(held.map(({ student_id }) => student_id));
  const settled = evidence.students
    .filter((student) => student.currentSeatListingIds.length > 0 || waiting.has(student.id))
    .map((student) => student.id);
  const rulings = await listStandingRulings(tx, { schoolId });
  const paused = new Set((await listPlanPauses(tx, { schoolId })).map(({ listing_id }) => listing_id));
  const given: PlanInput = {
    students: evidence.students,
    placements: evidence.placements
      .filter(({ listingId }) => !paused.has(listingId))
      .map((placement) => withoutPlaces(placement, held.filter(isAt(placement)).length)),
    context: matchContext({ ...evidence, weights: asked.weights ?? evidence.weights }),
    seed: asked.seed ?? PLAN_SEED,
    locks: rulings.filter(({ ruling }) => ruling === "locked").map(toLock),
    forbids: rulings.filter(({ ruling }) => ruling === "forbidden").map(toPair),
    optedOutStudentIds: [...new Set([...evidence.restingIds, ...settled])],
    previous: await previousPairs(tx, { schoolId, students: evidence.students }),
  };
  const { held: locks, resting } = locksThatHold(given, {
    inView: new Set(settled),
    notLooking: new Set(evidence.restingIds),
  });
  return { input: { ...given, locks }, settled, resting, weights: evidence.weights };
}

const isAt =
  ({ listingId }: PlacementEvidence) =>
  (match: { listing_id: string }) =>
    match.listing_id === listingId;

/** An approval that waits for its undo window will take a place; a plan must not give it to somebody else. */
function withoutPlaces(placement: PlacementEvidence, count: number): PlacementEvidence {
  return { ...placement, openPursuitPlaces: Math.max(0, placement.openPursuitPlaces - count) };
}

export function toPair({ student_id, listing_id }: Pick<RulingRow, "student_id" | "listing_id">): PairIds {
  return { studentId: student_id, listingId: listing_id };
}

export function toLock(row: RulingRow): Lock {
  const pair = toPair(row);
  return row.overrides ? { ...pair, override: { actorId: row.ruled_by ?? "", reason: row.reason } } : pair;
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
  return pairs.filter(({ student_id }) => here.has(student_id)).map(toPair);
}
