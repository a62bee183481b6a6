import { assign } from "./assign";
import type { PairIds } from "./evidence";
import { ceilingOf } from "./plan-edges";
import { type PlanGraph, planGraphOf } from "./plan-graph";
import { certificateOf, crowdedOut } from "./plan-proof";
import { solveSlate } from "./plan-slate";
import { solveStable } from "./plan-stable";
import type { PlanInput, PlannedPair, SolvedPlan, UnmatchedStudent } from "./plan-types";

/** Fills the seats that locks leave, as the mode says, next to the pairs that stay. */
export function solvePlan(input: PlanInput, staying: readonly PlannedPair[]): SolvedPlan {
  const graph = planGraphOf(input);
  if (input.mode === "stable") return solveStable(graph, input.context);
  if (input.mode === "slate") return solveSlate(graph, { input, staying });
  return solveBest(graph, ceilingOf(staying));
}

function solveBest(graph: PlanGraph, ceiling: number): SolvedPlan {
  const { rows, listingIds } = graph;
  const solved = assign(graph, ceiling);
  const pairs: PairIds[] = [];
  const unmatched: UnmatchedStudent[] = [];
  rows.forEach((row, at) => {
    const listingId = listingIds[solved.placeOf[at] ?? -1];
    if (listingId !== undefined) pairs.push({ studentId: row.student.id, listingId });
    else unmatched.push(crowdedOut(row, { crowd: solved.crowds.get(at), listingIds }));
  });
  return { pairs, unmatched, certificate: certificateOf(solved, graph) };
}
