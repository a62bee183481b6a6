import type { Mode } from "../mode";
import type { Problem } from "./problem";

export type UnmatchedReason = "no_eligible_placement" | "crowded_out" | "others_preferred" | "blocked_by_lock";

/**
 * Why a student has no place. `no_eligible_placement`: no pair that is not forbidden, at a placement that has seats at
 * all. `blocked_by_lock`: locks hold every seat they could get to, also by others moving. Otherwise `crowded_out`: in a
 * plan of the largest size more students than seats stand in their way (a Hall witness); in a stable plan
 * `others_preferred`: every placement on their list is full of students it prefers.
 */
export function unmatchedReasons(
  { graph, table, orders, locked }: Problem,
  { mode, hasPlace }: { mode: Mode; hasPlace: (student: number) => boolean },
): Map<number, UnmatchedReason> {
  const hasLock = new Set(locked.map(({ student }) => student));
  const reasons = new Map<number, UnmatchedReason>();
  const seatsAtAll = (p: number) => table.seats[orders.placements.from[p] as number] as number;
  for (let s = 0; s < graph.students; s += 1) {
    if (hasPlace(s) || hasLock.has(s)) continue;
    const places = graph.place.subarray(graph.start[s], graph.start[s + 1]);
    if (!places.some((p) => seatsAtAll(p) > 0)) reasons.set(s, "no_eligible_placement");
    else if (places.some((p) => (graph.seats[p] as number) > 0))
      reasons.set(s, mode === "stable" ? "others_preferred" : "crowded_out");
    else reasons.set(s, "blocked_by_lock");
  }
  return reasons;
}
