import { type Mode, SLATE_SIZE } from "../mode";
import { compareIds } from "../rank";
import { type Balanced, solveBalanced } from "../solver/balanced";
import { blockingEdges } from "../solver/blocking-pairs";
import { certificateFaults } from "../solver/certificate";
import { studentOfEdge } from "../solver/graph";
import type { Holding } from "../solver/holding";
import { slateOf } from "../solver/slate";
import { deferredAcceptance } from "../solver/stable";
import type { InstanceTable } from "./instance";
import { type Problem, problemOf } from "./problem";
import { isAccepted } from "./ranked-tiers";
import { certificateIn, inIds, objectiveOf, pairsOfEdges, type Solution, type WeighedPair } from "./solution";
import { unmatchedReasons } from "./unmatched-reason";

export interface SolveRules {
  mode: Mode;
  seed: number;
  /** For a slate: placements for each student, and students for each seat, at most. */
  perStudent?: number;
  placesPerSeat?: number;
}

/** Solves a checked instance; an answer that is not proven throws. The same instance and seed give the same answer, in whatever order its rows come. */
export function solveInstance(table: InstanceTable, rules: SolveRules): Solution {
  const { mode, seed } = rules;
  const problem = problemOf(table, {
    seed,
    pairs: mode === "stable" ? "accepted" : "all",
    beside: mode === "slate" ? "more" : "only",
  });
  if (mode === "slate") return slateSolution(problem, rules);
  if (mode === "stable") {
    const holding = deferredAcceptance(problem.graph, problem.preferences);
    return oneEach(problem, { mode, holding, certificate: null });
  }
  const plan = solveProblem(problem);
  return oneEach(problem, { mode, holding: plan.standing.holding, certificate: certificateIn(problem, plan) });
}

/** The balanced plan of a problem. A certificate that does not hold is a bug and throws. */
export function solveProblem({ graph, locked }: Problem): Balanced {
  const ceiling = locked.reduce((least, { weight }) => Math.min(least, weight ?? least), Number.POSITIVE_INFINITY);
  const plan = solveBalanced(graph, ceiling);
  mustBeProven(plan);
  return plan;
}

function mustBeProven({ standing }: Balanced): void {
  const faults = certificateFaults(standing);
  if (faults.length > 0) throw new Error(`The certificate does not hold: ${faults.join(", ")}`);
}

function oneEach(
  problem: Problem,
  { mode, holding, certificate }: Pick<Solution, "mode" | "certificate"> & { holding: Holding },
): Solution {
  const pairs = [...problem.locked, ...pairsOfEdges(problem, holding.edgeOf)];
  return {
    mode,
    assignment: inIds(problem, pairs),
    objective: objectiveOf(problem, pairs),
    certificate,
    blockingPairs: blockingPairs(problem, holding),
    unmatched: unmatchedIn(problem, { mode, hasPlace: (student) => (holding.edgeOf[student] as number) >= 0 }),
  };
}

function slateSolution(problem: Problem, { perStudent = SLATE_SIZE, placesPerSeat = 1 }: SolveRules): Solution {
  const { table, orders, graph, locked } = problem;
  const places = Int32Array.from(orders.placements.from, (at) => (table.seats[at] as number) * placesPerSeat);
  for (const { place } of locked) places[place] = (places[place] as number) - 1;
  const waits = new Int32Array(graph.students);
  for (const { student } of locked) waits[student] = (waits[student] as number) + 1;
  const rounds = slateOf(
    Array.from({ length: Math.max(1, perStudent) }, () => graph),
    { places, isWaiting: (student, round) => (waits[student] as number) > round },
  );
  for (const round of rounds) mustBeProven(round);
  const pairs: WeighedPair[] = [...locked, ...rounds.flatMap(({ edges }) => pairsOfEdges(problem, edges))];
  const placed = new Set(pairs.map(({ student }) => student));
  return {
    mode: "slate",
    assignment: inIds(problem, pairs),
    objective: objectiveOf(problem, pairs),
    certificate: null,
    blockingPairs: [],
    unmatched: unmatchedIn(problem, { mode: "slate", hasPlace: (student) => placed.has(student) }),
  };
}

/** By the rankings, or the weights where there are none; who is not in a ranking is not wanted. */
function blockingPairs(problem: Problem, holding: Holding): Solution["blockingPairs"] {
  const { graph, preferences, tiers } = problem;
  const pairs = blockingEdges(graph, holding, preferences).map((edge) => ({
    student: studentOfEdge(graph, edge),
    place: graph.place[edge] as number,
  }));
  return inIds(
    problem,
    pairs.filter((pair) => isAccepted(tiers, pair)),
  );
}

function unmatchedIn(problem: Problem, left: Parameters<typeof unmatchedReasons>[1]): Solution["unmatched"] {
  const reasons = unmatchedReasons(problem, left);
  return [...reasons]
    .map(([student, reason]) => ({ student: problem.orders.students.ids[student] as string, reason }))
    .sort((a, b) => compareIds(a.student, b.student));
}
