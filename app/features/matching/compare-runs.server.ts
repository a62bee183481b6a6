import type { Actor } from "~/domain/actor";
import type { PairIds } from "~/domain/matching/evidence";
import type { Mode } from "~/domain/matching/mode";
import { listingsIn, moversBetween } from "~/domain/matching/movers";
import { countsOf, type UnderWay } from "~/domain/matching/plan-counts";
import type { PlanAudit, UnmatchedStudent } from "~/domain/matching/plan-types";
import { planFigures } from "~/domain/matching/run-figures";
import { planFit } from "~/domain/matching/score";
import type { WishesMet } from "~/domain/matching/wishes-met";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listFinishedRuns, listRunPairs } from "~db/match-runs.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { namesForPlan } from "./plan-names.server";

/** Plans to choose from; older ones are seldom asked about. */
const RUNS = 50;
/** Rows shown of each list; the counts are of all. */
const SHOWN = 100;

/**
 * Two plans as they were made, side by side: figures, who has other places, who had none and who has none. Without a
 * choice the newest one beside the one before. `compared` is null while there are not two.
 */
export async function compareRuns(
  wiring: Wiring,
  actor: Actor,
  asked: { first: string | null; second: string | null },
) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const runs = await listFinishedRuns(tx, { schoolId, limit: RUNS });
    const second = runs.find(({ id }) => id === asked.second) ?? runs[0];
    const first = runs.find(({ id }) => id === asked.first) ?? runs.find(({ id }) => id !== second?.id);
    return done({
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      runs: runs.map(({ id, finished_at, weights_version, mode }) => ({
        id,
        finishedAt: finished_at ?? "",
        mode: mode as Mode,
        weightsVersion: weights_version,
      })),
      compared: first && second ? await compareTwo(tx, { schoolId, first, second }) : null,
    });
  });
}

type Run = Awaited<ReturnType<typeof listFinishedRuns>>[number];

async function compareTwo(tx: ScopeTx, { schoolId, first, second }: { schoolId: string; first: Run; second: Run }) {
  const { nameOf, titleOf } = await namesForPlan(tx, schoolId);
  const [then, now] = [await pairsOf(tx, { schoolId, run: first }), await pairsOf(tx, { schoolId, run: second })];
  const movers = moversBetween(then, now);
  const [before, after] = [listingsIn(then), listingsIn(now)];
  const left = leftIn(first, second).filter(({ studentId }) => nameOf(studentId) !== "");
  return {
    firstId: first.id,
    secondId: second.id,
    first: figuresOf(first, then),
    second: figuresOf(second, now),
    moved: movers.length,
    moves: movers.slice(0, SHOWN).map(({ studentId }) => ({
      studentId,
      student: nameOf(studentId),
      first: (before.get(studentId) ?? []).map(titleOf),
      second: (after.get(studentId) ?? []).map(titleOf),
    })),
    leftThen: left.filter((row) => row.before !== null).length,
    leftNow: left.filter((row) => row.after !== null).length,
    leftOver: left.length,
    left: left.slice(0, SHOWN).map((row) => ({ ...row, student: nameOf(row.studentId) })),
  };
}

/** What the run said of itself when it was done. */
interface Summary extends UnderWay {
  audit: PlanAudit;
  unmatched: UnmatchedStudent[];
  /** Approved before the run, so that it had nothing to propose there. Absent in runs that did not note it. */
  approvedPairs?: PairIds[];
  /** How far it gave students what they want. Absent in runs that did not count it. */
  wishes?: WishesMet;
}

const summaryOf = ({ summary }: Run) => summary as unknown as Summary;

/** Everything a student had in the run: what it proposed, and what was approved before. */
async function pairsOf(tx: ScopeTx, { schoolId, run }: { schoolId: string; run: Run }) {
  const proposed = await listRunPairs(tx, { schoolId, runId: run.id });
  return [
    ...(summaryOf(run).approvedPairs ?? []).map((pair) => ({ ...pair, origin: "approved" as const, weight: null })),
    ...proposed.map((row) => ({
      studentId: row.student_id,
      listingId: row.listing_id,
      origin: "proposed" as const,
      weight: weightOf(row),
    })),
  ];
}

/** Null for a pair that stands against the rules. */
function weightOf({ for_student: forStudent, for_placement: forPlacement }: StoredScores): number | null {
  return forStudent === null || forPlacement === null ? null : planFit({ forStudent, forPlacement });
}

type StoredScores = Pick<Awaited<ReturnType<typeof listRunPairs>>[number], "for_student" | "for_placement">;

function figuresOf(run: Run, pairs: Awaited<ReturnType<typeof pairsOf>>) {
  const { audit, settled, approved, wishes } = summaryOf(run);
  const counts = countsOf(audit, { settled, approved });
  const { students, resting } = counts;
  const met = wishes ?? { ownPlace: null, topChoice: null };
  return { students, resting, ...met, ...planFigures(pairs, counts) };
}

/** Whoever one of the two left without a place, and why; null where it did not. */
function leftIn(first: Run, second: Run) {
  const reasons = (run: Run) => new Map(summaryOf(run).unmatched.map(({ studentId, reason }) => [studentId, reason]));
  const [then, now] = [reasons(first), reasons(second)];
  return [...new Set([...now.keys(), ...then.keys()])].map((studentId) => ({
    studentId,
    before: then.get(studentId) ?? null,
    after: now.get(studentId) ?? null,
  }));
}
