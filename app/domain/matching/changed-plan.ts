import { done, type Outcome, refused } from "../outcome";
import { type Mover, moversBetween } from "./movers";
import { isWarm, type OpenPlan } from "./open-plan";
import { proposePlan } from "./plan";
import { changedInput, type PlanChange } from "./plan-change";
import { mostEach } from "./plan-edges";
import { type PlanReach, reachBeyond, reachOf } from "./plan-reach";
import type { Plan, PlanInput, PlanRefusal } from "./plan-types";
import { type FitFigures, fitFigures } from "./run-figures";
import { whatIf } from "./what-if";

/** What a plan of any kind would be like after changes: exact, with everybody whose places would be others. */
export interface ChangedPlan {
  before: Reached;
  after: Reached;
  difference: PlanReach & { pairs: number };
  /** By student id. */
  movers: Mover[];
}

/** A plan's figures, in which floor and total count pairs. */
export interface Reached extends PlanReach {
  /** More than `placed` where somebody has several. */
  pairs: number;
  /** The same of students, each with the pair that suits best; null where a plan gives everybody one alone. */
  students: Pick<FitFigures, "floor" | "total"> | null;
}

/**
 * A balanced plan is solved on from its prices. A stable plan and a slate are made anew with the changes, the slate with
 * today's pairs as the plan before, so that of equal ones they stay. Refuses locks that cannot be kept, and changes about a
 * student or a place that the plan does not know: they would seem to change nothing.
 */
export function changedPlan(plan: OpenPlan, changes: readonly PlanChange[]): Outcome<ChangedPlan, PlanRefusal> {
  const stranger = changes.find((change) => !isKnown(plan.input, change));
  if (stranger) return refused("unknown_pair");
  if (isWarm(plan)) {
    const asked = whatIf(plan, changes);
    if (!asked.ok) return asked;
    const { reach, difference, moves } = asked.value;
    const pairs = plan.plan.assignments.length;
    const movers = moves.map(({ studentId, from, to }) => ({ studentId, leaves: listed(from), gets: listed(to) }));
    const more = moves.filter(({ from }) => from === null).length - moves.filter(({ to }) => to === null).length;
    return done({
      before: { ...reach.before, pairs, students: null },
      after: { ...reach.after, pairs: pairs + more, students: null },
      difference: { ...difference, pairs: more },
      movers,
    });
  }
  const proposed = proposePlan({ ...changedInput(plan.input, changes), previous: plan.plan.assignments });
  if (!proposed.ok) return proposed;
  const [before, after] = [plan.plan, proposed.value].map((made) => reachedBy(made, plan.input)) as [Reached, Reached];
  return done({
    before,
    after,
    difference: { ...reachBeyond(before, after), pairs: after.pairs - before.pairs },
    movers: moversBetween(plan.plan.assignments, proposed.value.assignments),
  });
}

function isKnown({ students, placements }: PlanInput, change: PlanChange): boolean {
  const { studentId, listingId } = { studentId: undefined, listingId: undefined, ...change };
  return (
    (studentId === undefined || students.some(({ id }) => id === studentId)) &&
    (listingId === undefined || placements.some((placement) => placement.listingId === listingId))
  );
}

function listed(listingId: string | null): string[] {
  return listingId === null ? [] : [listingId];
}

function reachedBy({ assignments }: Plan, input: PlanInput): Reached {
  const { floor, total } = fitFigures(assignments);
  return {
    ...reachOf(assignments),
    pairs: assignments.length,
    students: mostEach(input) > 1 ? { floor, total } : null,
  };
}
