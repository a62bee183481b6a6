import type { PairIds } from "./evidence";
import type { PlanGraph } from "./plan-graph";
import { preferenceGraph } from "./plan-preferences";
import { whyNoWay } from "./plan-proof";
import type { PlanInput, SolvedPlan, UnmatchedReason, UnmatchedStudent } from "./plan-types";
import { deferredAcceptance } from "./solver/stable";

/**
 * Student-proposing deferred acceptance over what students asked for, saved and suit best, and whom placements suit best:
 * no pair would rather have each other, and no student gains by asking for something else (Gale and Shapley 1962; Roth
 * 1982). It may place fewer than could be placed.
 */
export function solveStable(plan: PlanGraph, context: PlanInput["context"]): SolvedPlan {
  const { graph, preferences } = preferenceGraph(plan, context);
  const { edgeOf } = deferredAcceptance(graph, preferences);
  const pairs: PairIds[] = [];
  const unmatched: UnmatchedStudent[] = [];
  plan.rows.forEach(({ student, edges, failing }, at) => {
    const listingId = plan.listingIds[graph.place[edgeOf[at] as number] ?? -1];
    if (listingId !== undefined) pairs.push({ studentId: student.id, listingId });
    else {
      const reason = edges.length === 0 ? whyNoWay(failing) : whyPassedOver(plan.edgesOf[at] ?? [], plan.seats);
      unmatched.push({ studentId: student.id, reason, failing, crowd: null });
    }
  });
  return { pairs, unmatched, certificate: null };
}

function whyPassedOver(edges: PlanGraph["edgesOf"][number], seats: PlanGraph["seats"]): UnmatchedReason {
  return edges.some(({ place }) => (seats[place] ?? 0) > 0) ? "others_preferred" : "blocked_by_lock";
}
