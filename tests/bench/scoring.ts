import { judgePair } from "~/domain/matching/pair";
import { planFit } from "~/domain/matching/score";
import { bestOfRow, newBest } from "~/domain/matching/scorer/best-of-row";
import { placementColumnsOf } from "~/domain/matching/scorer/placement-columns";
import { newScorer, scoreRow } from "~/domain/matching/scorer/score-row";
import { matchContext } from "../support/match-context";
import { type Cohort, makeCohort } from "./cohort";
import { medianOf, percentile, RUNS, SCALE, WARM_AFTER } from "./measure";
import { CANDIDATES } from "./ours";
import { numpyScore } from "./peers/outside";
import { scoreInput } from "./peers/score-input";
import { report, say } from "./table";

/** Students whom the naive peer scores; all 10,000 would take a quarter of an hour. */
const NAIVE_STUDENTS = 20;
/** Whom numpy scores; it takes a student at a time, so a fifth takes a fifth. */
const NUMPY_STUDENTS = 2_000 / SCALE;

export function scoringRows(): void {
  const cohort = makeCohort(10_000 / SCALE, 5_000 / SCALE);
  const context = matchContext(cohort);
  const ours = medianOf(() => bestSum(cohort), { after: WARM_AFTER });
  const few = { ...cohort, students: cohort.students.slice(0, NAIVE_STUDENTS) };
  if (bestSum(few) !== naiveSum(few)) throw new Error("The fast scorer and the naive one do not agree.");
  const naive = (medianOf(() => naiveSum(few)) * cohort.students.length) / few.students.length;
  const note = `peer from ${NAIVE_STUDENTS} students`;
  report({
    row: "score 50 M pairs, top 50 of each",
    ours,
    peer: { name: "naive objects", figure: naive },
    goal: 1 / 50,
    note,
  });
  numpyRow();
  oneStudentRow();

  function numpyRow(): void {
    const some = { ...cohort, students: cohort.students.slice(0, NUMPY_STUDENTS) };
    const columns = placementColumnsOf(some.placements, context);
    const peer = numpyScore(scoreInput(columns, { students: some.students, context, kept: CANDIDATES }), RUNS);
    if (!peer) {
      say("numpy is not on this machine and its row is skipped: apt-get install python3-numpy");
      return;
    }
    const mine = bestSum(some);
    if (peer.total !== mine) throw new Error(`numpy says ${peer.total}; ours is ${mine}.`);
    report({
      row: `score ${NUMPY_STUDENTS} students, top 50 of each`,
      ours: medianOf(() => bestSum(some), { after: WARM_AFTER }),
      peer: { name: "numpy", figure: peer.ms },
      goal: 1 / 8,
      note: "numpy is given ways, days and languages",
    });
  }

  function bestSum({ students, placements }: Cohort): number {
    const scorer = newScorer(placementColumnsOf(placements, context));
    const best = newBest("fit", CANDIDATES);
    let sum = 0;
    for (const student of students) {
      bestOfRow(best, scoreRow(scorer, student), scorer.columns);
      for (let at = 0; at < best.size; at += 1) sum += best.measures[at] as number;
    }
    return sum;
  }

  function naiveSum({ students, placements }: Cohort): number {
    return students.reduce((sum, student) => {
      const weights = placements.flatMap((placement) => {
        const { score } = judgePair(student, placement, context);
        return score ? planFit(score) : [];
      });
      weights.sort((a, b) => b - a);
      return weights.slice(0, CANDIDATES).reduce((total, weight) => total + weight, sum);
    }, 0);
  }
}

/** By the clock, since one student takes less than the processor's time is counted in; their area has been seen before. */
function oneStudentRow(): void {
  const { students, placements } = makeCohort(2_000, 10_000 / SCALE, 2);
  const scorer = newScorer(placementColumnsOf(placements, matchContext({ placements })));
  const best = newBest("fit", CANDIDATES);
  const once = (student: (typeof students)[number]) => {
    const start = performance.now();
    bestOfRow(best, scoreRow(scorer, student), scorer.columns);
    return performance.now() - start;
  };
  students.forEach(once);
  const taken = students.map(once);
  report({ row: "one student against 10k placements, p95", ours: percentile(taken, 0.95), goal: 0.2 });
  report({ row: "one student against 10k placements, p50", ours: percentile(taken, 0.5) });
}
