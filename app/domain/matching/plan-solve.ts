import { assign } from "./assign";
import type { PairIds } from "./evidence";
import { type PlanGraph, planGraphOf } from "./plan-graph";
import { certificateOf, crowdedOut } from "./plan-proof";
import { solveSlate } from "./plan-slate";
import { solveStable } from "./plan-stable";
import type { PlanInput, SolvedPlan, UnmatchedStudent } from "./plan-types";

/** Fills the seats that locks leave, as the mode says. `ceiling` is the lowest weight of the pairs that stay. */
export function solvePlan(input: PlanInput, ceiling: number): SolvedPlan {
  const graph = planGraphOf(input);
  if (input.mode === "stable") return solveStable(graph);
  if (input.mode === "slate") return solveSlate(graph, input);
  return solveBest(graph, ceiling);
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
