import { done, type Outcome } from "../outcome";
import { type Mover, moversBetween } from "./movers";
import { isWarm, type OpenPlan } from "./open-plan";
import { proposePlan } from "./plan";
import { changedInput, type PlanChange } from "./plan-change";
import type { PlanObjective, PlanRefusal } from "./plan-types";
import { whatIf } from "./what-if";

/** What a plan of any kind would be like after changes: exact, with everybody whose places would be others. */
export interface ChangedPlan {
  before: Reached;
  after: Reached;
  difference: { placed: number; floor: number | null; total: number };
  /** By student id. */
  movers: Mover[];
}

/** A plan's figures; `pairs` are more than `placed` where somebody has several. */
export interface Reached extends PlanObjective {
  pairs: number;
}

/**
 * A balanced plan is solved on from its prices. A stable plan and a slate are made anew with the changes, the slate with
 * today's pairs as the plan before, so that of equal ones they stay. Refuses locks that cannot be kept.
 */
export function changedPlan(plan: OpenPlan, changes: readonly PlanChange[]): Outcome<ChangedPlan, PlanRefusal> {
  if (isWarm(plan)) {
    const asked = whatIf(plan, changes);
    if (!asked.ok) return asked;
    const { before, after, difference, moves } = asked.value;
    const pairs = plan.plan.assignments.length;
    const movers = moves.map(({ studentId, from, to }) => ({ studentId, leaves: listed(from), gets: listed(to) }));
    const more = moves.filter(({ from }) => from === null).length - moves.filter(({ to }) => to === null).length;
    return done({ before: { ...before, pairs }, after: { ...after, pairs: pairs + more }, difference, movers });
  }
  const proposed = proposePlan({ ...changedInput(plan.input, changes), previous: plan.plan.assignments });
  if (!proposed.ok) return proposed;
  const [before, after] = [plan.plan, proposed.value].map(({ objective, assignments }) => ({
    ...objective,
    pairs: assignments.length,
  })) as [Reached, Reached];
  return done({
    before,
    after,
    difference: differenceOf(before, after),
    movers: moversBetween(plan.plan.assignments, proposed.value.assignments),
  });
}

function listed(listingId: string | null): string[] {
  return listingId === null ? [] : [listingId];
}

function differenceOf(before: PlanObjective, after: PlanObjective): ChangedPlan["difference"] {
  return {
    placed: after.placed - before.placed,
    floor: before.floor === null || after.floor === null ? null : after.floor - before.floor,
    total: after.total - before.total,
  };
}
