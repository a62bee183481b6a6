import { done, type Outcome } from "../outcome";
import type { PairIds } from "./evidence";
import { fixedRounds } from "./fixed-rounds";
import { auditOf } from "./plan-audit";
import { checkLocks } from "./plan-locks";
import { solvePlan } from "./plan-solve";
import {
  ENGINES,
  type Plan,
  type PlanInput,
  type PlannedPair,
  type PlanObjective,
  type PlanRefusal,
  type UnmatchedStudent,
} from "./plan-types";
import { plannedPairs } from "./planned-pair";
import { compareIds } from "./rank";

/**
 * Proposes a place for each student who is looking, as the mode says. Balanced: the exact lexicographic best of (number
 * placed, lowest weight, total weight), with prices that prove the total; among equal plans the one that keeps most of
 * the plan before. Stable: deferred acceptance by what students and placements would rather have. Slate: several each, in
 * rounds of balanced plans. Locks and approved pairs stay, forbidden pairs stay out, seats are respected; the same input
 * and seed give the same bytes, in whatever order rows come. Refuses locks that cannot be kept.
 */
export function proposePlan(given: PlanInput): Outcome<Plan, PlanRefusal> {
  const input = inOrder(given);
  const locks = checkLocks(input);
  if (!locks.ok) return locks;
  const staying = stayingIn(input);
  const { pairs, unmatched: left, certificate, rounds } = solvePlan(input, staying);
  const assignments = [...staying, ...plannedPairs(pairs, "proposed", input)].sort(byPair);
  const unmatched = [...restingIn(input, staying), ...left].sort(byStudent);
  return done({
    engine: ENGINES[input.mode ?? "balanced"],
    seed: input.seed,
    weightsVersion: input.context.weights.version,
    assignments,
    unmatched,
    objective: objectiveOf(assignments),
    certificate,
    audit: auditOf({ input, assignments, unmatched }),
    ...(rounds && { rounds }),
  });
}

/** The pairs that are approved or locked; in a slate each with the round that its student sits out. */
function stayingIn(input: PlanInput): PlannedPair[] {
  const { approved = [], locks = [] } = input;
  const staying = [...plannedPairs(approved, "approved", input), ...plannedPairs(locks, "locked", input)];
  if (input.mode !== "slate") return staying;
  const rounds = new Map(fixedRounds(input).map((pair) => [`${pair.studentId} ${pair.listingId}`, pair.round]));
  return staying.map((pair) => ({ ...pair, round: rounds.get(`${pair.studentId} ${pair.listingId}`) as number }));
}

/** What a plan reaches, from its pairs alone. */
export function objectiveOf(pairs: readonly PlannedPair[]): PlanObjective {
  const total = pairs.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return { placed: new Set(pairs.map(({ studentId }) => studentId)).size, floor: floorOf(pairs), total };
}

function floorOf(pairs: readonly PlannedPair[]): number | null {
  return pairs.reduce<number | null>(
    (least, { weight }) => (least === null || weight === null ? (least ?? weight) : Math.min(least, weight)),
    null,
  );
}

function restingIn({ students, optedOutStudentIds }: PlanInput, staying: readonly PairIds[]): UnmatchedStudent[] {
  const fixed = new Set(staying.map(({ studentId }) => studentId));
  const optedOut = new Set(optedOutStudentIds ?? []);
  return students
    .filter(({ id }) => optedOut.has(id) && !fixed.has(id))
    .map(({ id }) => ({ studentId: id, reason: "opted_out", failing: {}, crowd: null }));
}

/** Rows by id, so that nothing after this depends on the order in which a query returned them. */
function inOrder(input: PlanInput): PlanInput {
  return {
    ...input,
    placements: [...input.placements].sort((a, b) => compareIds(a.listingId, b.listingId)),
    locks: [...(input.locks ?? [])].sort(byPair),
    approved: [...(input.approved ?? [])].sort(byPair),
  };
}

function byStudent(a: { studentId: string }, b: { studentId: string }): number {
  return compareIds(a.studentId, b.studentId);
}

function byPair(a: PairIds, b: PairIds): number {
  return byStudent(a, b) || compareIds(a.listingId, b.listingId);
}
