import type { PairIds, PlacementEvidence } from "./evidence";
import type { Mode } from "./mode";
import { capacityOf } from "./plan-edges";

/**
 * What a plan says of a pair that may be matched: it proposes it; or every open seat there goes to others; or a seat is left
 * there, and the plan as a whole is better with the student elsewhere.
 */
export type PlaceInPlan =
  | { code: "proposed" }
  | { code: "seats_go_to_others"; seats: number }
  | { code: "elsewhere"; listingId: string };

/**
 * Null when the plan says nothing of the student at that placement. `pairs` are all of the plan's, with their states. Of
 * several that a slate gives, the first is named.
 */
export function placeInPlan(
  studentId: string,
  placement: PlacementEvidence,
  pairs: readonly (PairIds & { state: string })[],
  mode: Mode = "balanced",
): PlaceInPlan | null {
  const all = pairs.filter((pair) => pair.studentId === studentId);
  if (all.some((pair) => pair.listingId === placement.listingId)) return { code: "proposed" };
  const [own] = all;
  // What an approved pair takes is not among the open places any more.
  const held = pairs.filter((pair) => pair.listingId === placement.listingId && pair.state !== "approved").length;
  const seats = capacityOf(placement, mode);
  if (held > 0 && held >= seats) return { code: "seats_go_to_others", seats: held };
  return own ? { code: "elsewhere", listingId: own.listingId } : null;
}
