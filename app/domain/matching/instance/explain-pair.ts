import { compareIds } from "../rank";
import type { Balanced } from "../solver/balanced";
import { studentOfEdge } from "../solver/graph";
import { askWhatIf, type WarmEdit } from "../solver/resettle";
import { edgeTo, rowOf } from "../solver/rows";
import type { Standing } from "../solver/standing";
import { placesIn, type Warm, warmUp } from "../solver/warm";
import type { InstanceTable, PairOfIds, Positions } from "./instance";
import { type Problem, problemOf } from "./problem";
import { type Objective, objectiveOf, pairsOfEdges } from "./solution";
import { solveProblem } from "./solve-instance";

/** Why the balanced plan of an instance has a pair or not, and what the other way would cost. */
export interface PairExplanation extends PairOfIds {
  /** Whether the pair stands in the instance and is not forbidden. */
  eligible: boolean;
  inPlan: boolean;
  /** Where the student is in the plan, null for nowhere. */
  now: string | null;
  /** Null for a pair of the plan. */
  whyNot: WhyNotPair | null;
  /** The plan with the pair fixed, or without it when it is in the plan; null where that cannot be asked. */
  whatIf: PairWhatIf | null;
}

/**
 * `better_elsewhere`: a seat is free there, and the plan as a whole is better without. The chain begins with the student;
 * each takes the place of the next, who leaves it.
 */
export type WhyNotPair =
  | { code: "not_a_pair" | "forbidden" | "locked_elsewhere" | "no_seat" | "locks_hold_seats" }
  | { code: "prefers_own" | "full" | "better_elsewhere"; chain: PairMove[] };

export interface PairMove {
  student: string;
  from: string | null;
  to: string | null;
}

export interface PairWhatIf {
  change: "lock" | "forbid";
  before: Objective;
  after: Objective;
  /** After less before; the floor is null when either has none. */
  difference: { placed: number; floor: number | null; total: number };
  moves: PairMove[];
}

/** Explains a pair of a checked instance with weights. Ids that are not in it are the caller's to refuse. */
export function explainPair(table: InstanceTable, asked: PairOfIds & { seed: number }): PairExplanation {
  const problem = problemOf(table, { seed: asked.seed, pairs: "all" });
  const pair = pairIn(problem, asked);
  const plan = solveProblem(problem);
  const lock = problem.locked.find(({ student }) => student === pair.student);
  const place = lock?.place ?? placesIn(plan.standing)[pair.student] ?? -1;
  const isForbidden = table.forbids.some((one) => isSame(one, positionsOf(table, asked)));
  const isPair = lock?.place === pair.place || isForbidden || isInPairs(table, positionsOf(table, asked));
  const inPlan = place === pair.place;
  const known = { student: asked.student, placement: asked.placement };
  const now = problem.orders.placements.ids[place] ?? null;
  const explanation = { ...known, eligible: isPair && !isForbidden, inPlan, now, whyNot: null, whatIf: null };
  if (!isPair) return { ...explanation, whyNot: { code: "not_a_pair" } };
  if (isForbidden) return { ...explanation, whyNot: { code: "forbidden" } };
  if (lock) return inPlan ? explanation : { ...explanation, whyNot: { code: "locked_elsewhere" } };
  const seats = problem.graph.seats[pair.place] as number;
  if (seats === 0) {
    const all = table.seats[positionsOf(table, asked).place] as number;
    return { ...explanation, whyNot: { code: all === 0 ? "no_seat" : "locks_hold_seats" } };
  }
  const whatIf = askPair(problem, { plan, pair, change: inPlan ? "forbid" : "lock" });
  if (inPlan) return { ...explanation, whatIf };
  const chain = chainOf(whatIf.moves, asked.student);
  return { ...explanation, whyNot: { code: codeOf(problem, { plan, pair }), chain }, whatIf };
}

function codeOf(
  { graph, preferences }: Problem,
  { plan, pair }: { plan: Balanced; pair: Positions },
): "prefers_own" | "full" | "better_elsewhere" {
  const { holding } = plan.standing;
  const own = holding.edgeOf[pair.student] as number;
  const wanted = edgeTo(graph, pair.student, pair.place);
  const tier = (edge: number) => preferences.studentTier[edge] as number;
  if (own >= 0 && tier(own) < tier(wanted)) return "prefers_own";
  return (holding.held[pair.place] as number) >= (graph.seats[pair.place] as number) ? "full" : "better_elsewhere";
}

function askPair(
  problem: Problem,
  { plan, pair, change }: { plan: Balanced; pair: Positions; change: PairWhatIf["change"] },
): PairWhatIf {
  const { graph, locked } = problem;
  const ceiling = locked.reduce((least, { weight }) => Math.min(least, weight ?? least), Number.POSITIVE_INFINITY);
  const places = placesIn(plan.standing);
  const warm = warmUp({ graph, places, placed: plan.placed, floor: plan.floor, ceiling });
  const edge = edgeTo(graph, pair.student, pair.place);
  const weight = graph.weight[edge] as number;
  const row = rowOf(warm.standing.graph, pair.student).filter(({ place }) => place !== pair.place);
  const seats = new Map([[pair.place, (graph.seats[pair.place] as number) - 1]]);
  const edit: WarmEdit =
    change === "lock"
      ? { rows: new Map([[pair.student, []]]), seats, ceiling: Math.min(ceiling, weight), fixes: 1 }
      : { rows: new Map([[pair.student, row]]), seats: new Map(), ceiling, fixes: 0 };
  const before = objectiveOf(problem, [...locked, ...pairsOfEdges(problem, plan.standing.holding.edgeOf)]);
  return askWhatIf(warm, edit, (after) => {
    const fixed = change === "lock" ? [{ ...pair, weight }] : [];
    const reached = objectiveOf(problem, [...locked, ...fixed, ...weighed(after)]);
    const less = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
    return {
      change,
      before,
      after: reached,
      difference: {
        placed: reached.placed - before.placed,
        floor: less(reached.floor, before.floor),
        total: (reached.total ?? 0) - (before.total ?? 0),
      },
      moves: movesIn(problem, { places, after: after.standing, fixed }),
    };
  });
}

function weighed({ standing: { graph, holding } }: Warm) {
  return Array.from(holding.edgeOf)
    .filter((edge) => edge >= 0)
    .map((edge) => ({
      student: studentOfEdge(graph, edge),
      place: graph.place[edge] as number,
      weight: graph.weight[edge] as number,
    }));
}

function movesIn(
  { orders, locked }: Problem,
  { places, after, fixed }: { places: Int32Array; after: Standing; fixed: readonly Positions[] },
): PairMove[] {
  const nameOf = (place: number) => orders.placements.ids[place] ?? null;
  const stays = new Set(locked.map(({ student }) => student));
  const lockOf = new Map(fixed.map(({ student, place }) => [student, place]));
  const now = placesIn(after);
  return orders.students.ids
    .flatMap((student, at) => {
      const to = lockOf.get(at) ?? (now[at] as number);
      const from = places[at] as number;
      return stays.has(at) || to === from ? [] : { student, from: nameOf(from), to: nameOf(to) };
    })
    .sort((a, b) => compareIds(a.student, b.student));
}

function chainOf(moves: readonly PairMove[], student: string): PairMove[] {
  const left = new Set(moves);
  const chain: PairMove[] = [];
  for (let move = moves.find((one) => one.student === student); move; ) {
    chain.push(move);
    left.delete(move);
    const { to } = move;
    move = to === null ? undefined : [...left].find((one) => one.from === to);
  }
  return chain;
}

function positionsOf({ students, placements }: InstanceTable, { student, placement }: PairOfIds): Positions {
  return { student: students.positions.get(student) ?? -1, place: placements.positions.get(placement) ?? -1 };
}

function pairIn({ table, orders }: Problem, asked: PairOfIds): Positions {
  const { student, place } = positionsOf(table, asked);
  return { student: orders.students.rank[student] ?? -1, place: orders.placements.rank[place] ?? -1 };
}

function isInPairs({ pairs }: InstanceTable, { student, place }: Positions): boolean {
  return pairs?.student.some((s, at) => s === student && pairs.place[at] === place) ?? false;
}

function isSame(a: Positions, b: Positions): boolean {
  return a.student === b.student && a.place === b.place;
}
