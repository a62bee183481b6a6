import { done, type Outcome } from "../outcome";
import { judgedRows } from "./judged-rows";
import { changedInput, type PlanChange } from "./plan-change";
import { ceilingOf, type StudentWays, seatsLeft } from "./plan-edges";
import { checkLocks } from "./plan-locks";
import { type PlanReach, reachBeyond, reachOf, reachOfWeights } from "./plan-reach";
import type { PlanInput, PlannedPair, PlanObjective, PlanRefusal } from "./plan-types";
import { plannedPairs } from "./planned-pair";
import { compareIds } from "./rank";
import type { PlacementColumns } from "./scorer/placement-columns";
import { askWhatIf, type WarmEdit } from "./solver/resettle";
import type { RowEdge } from "./solver/rows";
import type { Warm } from "./solver/warm";
import { openPairs, opens, rowEdges, type WarmPlan, wideRows } from "./warm-plan";

/** What a plan would be like after changes: exact, and nobody moves without need. */
export interface WhatIf {
  /** The question that makes such a plan: the changes made, and today's plan as the one before. */
  input: PlanInput;
  before: PlanObjective;
  after: PlanObjective;
  /** The same in fits. */
  reach: { before: PlanReach; after: PlanReach };
  /** What is reached after less what is before; the floor is null when either has none. */
  difference: PlanReach;
  /** Everybody whose place would be another, by student id. */
  moves: Move[];
}

/** Null for no place. */
export interface Move {
  studentId: string;
  from: string | null;
  to: string | null;
}

/**
 * The plan after changes, exactly as good as one made anew with today's as the plan before. Refuses locks that cannot be
 * kept. The plan that is asked stays as it is.
 */
export function whatIf(plan: WarmPlan, changes: readonly PlanChange[]): Outcome<WhatIf, PlanRefusal> {
  const input = { ...changedInput(plan.input, changes), previous: plan.plan.assignments.map(idsOf) };
  const locks = checkLocks(input);
  if (!locks.ok) return locks;
  const staying = [
    ...plannedPairs(input.approved ?? [], "approved", input),
    ...plannedPairs(locks.value, "locked", input),
  ];
  const edit = editFor(plan, { changes, input, staying });
  return done(askWhatIf(plan.warm, edit, (after) => answerOf(plan, { input, staying, after })));
}

interface Asked {
  changes: readonly PlanChange[];
  input: PlanInput;
  staying: readonly PlannedPair[];
}

function editFor(plan: WarmPlan, asked: Asked): WarmEdit {
  const { input, staying } = asked;
  const rows = rowsFor(plan, asked);
  const seats = new Map<number, number>();
  for (const [listingId, count] of seatsLeft(input)) {
    const place = plan.listingAt.get(listingId) as number;
    if (plan.warm.standing.graph.seats[place] !== count) seats.set(place, count);
  }
  const fixes = fixesIn(plan, asked.changes);
  return { rows, seats, ceiling: ceilingOf(staying), ...(fixes !== null && { fixes }) };
}

/** The rows that changes touch, as the solver counts them, by the position of their student. */
function rowsFor(plan: WarmPlan, asked: Asked): Map<number, readonly RowEdge[]> {
  const { changes, input } = asked;
  if (changes.every(isAboutLimits)) {
    const students = input.students.filter((student) => changes.some((change) => hasOtherLimit(student, change)));
    return judgedRows(plan, { input, students });
  }
  const isOpen = openPairs(input);
  return new Map(
    [...touchedWays(plan, asked)].map(([id, row]) => [
      plan.studentAt.get(id) as number,
      rowEdges(row, { ...plan, worth: plan.warm.worth, isOpen }),
    ]),
  );
}

type ChangeOfLimits = PlanChange & { kind: "travel_limit" | "travel_more" };

function isAboutLimits(change: PlanChange): change is ChangeOfLimits {
  return change.kind === "travel_limit" || change.kind === "travel_more";
}

/** The ways that changes touch, wide and judged anew where a score or a rule could be another. */
function touchedWays(plan: WarmPlan, { changes, input }: Asked): Map<string, StudentWays> {
  const touched = new Map<string, StudentWays>();
  const take = (id: string) => {
    const row = touched.get(id) ?? plan.rows.get(id);
    if (row) touched.set(id, row);
  };
  for (const change of changes) {
    if (change.kind === "seats") {
      if (opens(plan.input, input, change.listingId)) openListing(plan, { touched, input, change });
    } else if (isAboutLimits(change)) {
      const students = input.students.filter((student) => hasOtherLimit(student, change));
      for (const row of wideRows({ ...input, students }, columnsFor(plan, input))) touched.set(row.student.id, row);
    } else take(change.studentId);
  }
  return touched;
}

/**
 * The listings as they were read when the plan was opened, while none of them is another: limits are asked of the context,
 * and nothing in the columns was worked out from one without being told apart by it.
 */
function columnsFor(
  { columns, input: before }: WarmPlan,
  { placements, context }: PlanInput,
): PlacementColumns | undefined {
  return placements === before.placements ? { ...columns, context } : undefined;
}

/** Whether a change of limits is about a student: about the one it names, or about all to whom it applies. */
function hasOtherLimit(
  { id, travelLimitMinutes }: PlanInput["students"][number],
  { kind, studentId }: ChangeOfLimits,
): boolean {
  if (studentId !== undefined) return id === studentId;
  return kind === "travel_more" || travelLimitMinutes === null;
}

/** A listing with its first seat is a way more for many. Without its last one, ways to it lead to no seat, and stay. */
function openListing(
  plan: WarmPlan,
  { touched, input, change }: { touched: Map<string, StudentWays>; input: PlanInput; change: { listingId: string } },
): void {
  const { listingId } = change;
  const placements = input.placements.filter((one) => one.listingId === listingId);
  for (const { student, edges } of wideRows({ ...input, placements })) {
    const row = touched.get(student.id) ?? plan.rows.get(student.id);
    // The same listing may be changed twice.
    const others = row?.edges.filter((edge) => edge.listingId !== listingId) ?? [];
    if (row && edges.length > 0) touched.set(student.id, { ...row, edges: [...others, ...edges] });
  }
}

/** How many students the changes fix on pairs that were open, when they do nothing else than take ways away; null otherwise. */
function fixesIn(plan: WarmPlan, changes: readonly PlanChange[]): number | null {
  const isOpen = openPairs(plan.input);
  let fixes = 0;
  for (const change of changes) {
    if (change.kind === "lock") {
      const { studentId, listingId } = change;
      const isWay = plan.rows.get(studentId)?.edges.some((edge) => edge.listingId === listingId);
      if (!isWay || !isOpen(studentId, listingId)) return null;
      fixes += 1;
    } else if (change.kind === "seats") {
      if (change.by > 0) return null;
    } else if (change.kind !== "forbid") return null;
  }
  return fixes;
}

function answerOf(
  plan: WarmPlan,
  { input, staying, after }: { input: PlanInput; staying: readonly PlannedPair[]; after: Warm },
): WhatIf {
  const { graph, holding } = after.standing;
  const fixed = new Map(staying.map(({ studentId, listingId }) => [studentId, listingId]));
  const moves: Move[] = [];
  const weights = staying.flatMap(({ weight }) => weight ?? []);
  plan.studentIds.forEach((studentId, s) => {
    const edge = holding.edgeOf[s] as number;
    if (edge >= 0) weights.push(graph.weight[edge] as number);
    const to = (edge < 0 ? fixed.get(studentId) : plan.listingIds[graph.place[edge] as number]) ?? null;
    const from = plan.listingOf.get(studentId) ?? null;
    if (to !== from) moves.push({ studentId, from, to });
  });
  const placed = fixed.size + holding.placed;
  const floor = weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const reach = { before: reachOf(plan.plan.assignments), after: reachOfWeights(placed, weights) };
  return {
    input,
    before: plan.plan.objective,
    after: { placed, floor: floor === Number.POSITIVE_INFINITY ? null : floor, total },
    reach,
    difference: reachBeyond(reach.before, reach.after),
    moves: moves.sort((a, b) => compareIds(a.studentId, b.studentId)),
  };
}

function idsOf({ studentId, listingId }: PlannedPair): { studentId: string; listingId: string } {
  return { studentId, listingId };
}
