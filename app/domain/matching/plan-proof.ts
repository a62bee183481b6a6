import type { AssignmentPrices, Crowd } from "./assign";
import type { StudentEdges } from "./plan-edges";
import type { PlanGraph } from "./plan-graph";
import type { PlanCertificate, UnmatchedReason, UnmatchedStudent } from "./plan-types";
import { compareIds } from "./rank";

/** A crowd without a seat means that locks hold every seat the student could have had. */
export function crowdedOut(
  { student, failing }: StudentEdges,
  { crowd, listingIds }: { crowd: Crowd | undefined; listingIds: readonly string[] },
): UnmatchedStudent {
  const studentId = student.id;
  if (!crowd) return { studentId, reason: whyNoWay(failing), failing, crowd: null };
  if (crowd.seats === 0) return { studentId, reason: "blocked_by_lock", failing: {}, crowd: null };
  const ids = crowd.places.map((place) => listingIds[place] as string).sort(compareIds);
  const { students, seats } = crowd;
  return { studentId, reason: "crowded_out", failing: {}, crowd: { students, seats, listingIds: ids } };
}

/** Of a student without any way: whether the limit of live pursuits alone took one, or the rules took all. */
export function whyNoWay({ has_most_live: taken = 0 }: StudentEdges["failing"]): UnmatchedReason {
  return taken > 0 ? "has_most_live" : "no_eligible_placement";
}

export function certificateOf(
  { floor, prices }: { floor: number | null; prices: AssignmentPrices },
  { rows, listingIds }: Pick<PlanGraph, "rows" | "listingIds">,
): PlanCertificate {
  const byId = (entries: [string, number][]) => Object.fromEntries(entries.sort(([a], [b]) => compareIds(a, b)));
  return {
    floor,
    scale: prices.scale,
    bonus: prices.bonus,
    students: byId(rows.map(({ student }, at) => [student.id, prices.students[at] as number])),
    listings: byId(listingIds.map((id, at) => [id, prices.places[at] as number])),
  };
}
