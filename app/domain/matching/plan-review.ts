import type { PairIds } from "./evidence";
import { fixedCounts, type StudentEdges, seatsLeft } from "./plan-edges";
import { listingTier, studentTier } from "./plan-preferences";
import type { Plan, PlanInput, PlannedPair } from "./plan-types";
import { compareIds } from "./rank";
import { type FitFigures, fitFigures } from "./run-figures";
import { blockingPairsIn } from "./verify-stable";
import { openRows } from "./verify-total";

/** What a coordinator reads of a plan beyond its counts; from plan and input alone, so also of a stored one. */
export interface PlanReview extends FitFigures {
  envy: Envy[];
}

/** A student and a listing that would both rather have each other than what the plan gives them. */
export interface Envy extends PairIds {
  /** What the student has instead. */
  ownListingId: string | null;
  /** Whom the listing would rather give up, who suits it least first; empty when a seat is free. */
  over: string[];
}

/** Reviews a plan of any mode. A stable one has no envy; in a slate a student envies nothing they may pursue. */
export function reviewPlan(plan: Plan, input: PlanInput): PlanReview {
  const rows = openRows(input);
  return {
    ...fitFigures(plan.assignments),
    envy: input.mode === "slate" ? [] : envyIn(plan, { input, rows }),
  };
}

/**
 * Whether a student has the listing dearest to them, of each whom the plan could give something and who had nothing fixed:
 * where a slate looks on for somebody with a lock or an approval, it is for what comes after.
 */
export function topChoicesIn(plan: Plan, input: PlanInput, rows = openRows(input)): Map<string, boolean> {
  const planned = new Set(plan.assignments.map(keyOf));
  const seats = seatsLeft(input);
  const fixed = fixedCounts(input);
  const has = new Map<string, boolean>();
  for (const [studentId, { student, edges }] of rows) {
    if (fixed.has(studentId)) continue;
    const open = edges.filter(({ listingId }) => (seats.get(listingId) ?? 0) > 0);
    if (open.length === 0) continue;
    const best = Math.min(...open.map((edge) => studentTier(student, edge, input.context)));
    const isBest = (edge: StudentEdges["edges"][number]) =>
      studentTier(student, edge, input.context) === best &&
      planned.has(keyOf({ studentId, listingId: edge.listingId }));
    has.set(studentId, open.some(isBest));
  }
  return has;
}

/**
 * "Justified envy", by student and listing: both sides strictly better off, so that somebody to whom both are equally dear
 * envies nobody, however the seed broke the tie. Whoever is locked or approved is in nobody's way.
 */
function envyIn(plan: Plan, given: { input: PlanInput; rows: Map<string, StudentEdges> }): Envy[] {
  const edgeOf = ({ studentId, listingId }: PairIds) =>
    given.rows.get(studentId)?.edges.find((one) => one.listingId === listingId);
  const tierAt = (pair: PairIds) => {
    const edge = edgeOf(pair);
    return edge ? listingTier(edge) : Number.POSITIVE_INFINITY;
  };
  const wishFor = (pair: PairIds) => {
    const [row, edge] = [given.rows.get(pair.studentId), edgeOf(pair)];
    return row && edge ? studentTier(row.student, edge, given.input.context) : Number.POSITIVE_INFINITY;
  };
  const own = new Map(plan.assignments.map(({ studentId, listingId }) => [studentId, listingId]));
  const holders = new Map<string, PlannedPair[]>();
  for (const pair of plan.assignments)
    if (pair.origin === "proposed") holders.set(pair.listingId, [...(holders.get(pair.listingId) ?? []), pair]);
  const seats = seatsLeft(given.input);
  return blockingPairsIn(plan, given)
    .flatMap((pair): Envy[] => {
      const { studentId, listingId } = pair;
      const ownListingId = own.get(studentId) ?? null;
      if (ownListingId !== null && wishFor(pair) >= wishFor({ studentId, listingId: ownListingId })) return [];
      const held = holders.get(listingId) ?? [];
      if (held.length < (seats.get(listingId) ?? 0)) return [{ ...pair, ownListingId, over: [] }];
      const weaker = held.filter((holder) => tierAt(holder) > tierAt(pair)).sort((a, b) => tierAt(b) - tierAt(a));
      return weaker.length > 0 ? [{ ...pair, ownListingId, over: weaker.map((holder) => holder.studentId) }] : [];
    })
    .sort((a, b) => compareIds(a.studentId, b.studentId) || compareIds(a.listingId, b.listingId));
}

function keyOf({ studentId, listingId }: PairIds): string {
  return `${studentId} ${listingId}`;
}
