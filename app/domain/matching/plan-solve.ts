import { type Assignment, assign, type Crowd } from "./assign";
import type { PairIds } from "./evidence";
import { seededOrder } from "./instance/seeded-order";
import { edgesOf, inTieOrder, type StudentEdges, seatsLeft, studentsToPlace } from "./plan-edges";
import type { PlanCertificate, PlanInput, UnmatchedStudent } from "./plan-types";
import { compareIds } from "./rank";

/** What is free, solved: pairs, who is left and why, and the proof. */
export interface SolvedPlan {
  pairs: PairIds[];
  unmatched: UnmatchedStudent[];
  certificate: PlanCertificate;
}

/** Fills the seats that locks leave. `ceiling` is the lowest weight of the pairs that stay. */
export function solvePlan(input: PlanInput, ceiling: number): SolvedPlan {
  const rows = inTieOrder(studentsToPlace(input), input.seed).map((student) => edgesOf(student, input));
  const left = seatsLeft(input);
  const { ids: listingIds } = seededOrder([...left.keys()], input.seed);
  const positions = new Map(listingIds.map((id, at) => [id, at]));
  const graph = rows.map(({ edges }) =>
    edges.map(({ listingId, weight, kept }) => ({ place: positions.get(listingId) ?? 0, weight, kept })),
  );
  const seats = listingIds.map((id) => left.get(id) ?? 0);
  const solved = assign({ edgesOf: graph, seats, ceiling });
  const pairs: PairIds[] = [];
  const unmatched: UnmatchedStudent[] = [];
  rows.forEach((row, at) => {
    const listingId = listingIds[solved.placeOf[at] ?? -1];
    if (listingId !== undefined) pairs.push({ studentId: row.student.id, listingId });
    else unmatched.push(unmatchedStudent(row, { crowd: solved.crowds.get(at), listingIds }));
  });
  return { pairs, unmatched, certificate: certificateOf(solved, { rows, listingIds }) };
}

/** A crowd without a seat means that locks hold every seat the student could have had. */
function unmatchedStudent(
  { student, failing }: StudentEdges,
  { crowd, listingIds }: { crowd: Crowd | undefined; listingIds: readonly string[] },
): UnmatchedStudent {
  const studentId = student.id;
  if (!crowd) return { studentId, reason: "no_eligible_placement", failing, crowd: null };
  if (crowd.seats === 0) return { studentId, reason: "blocked_by_lock", failing: {}, crowd: null };
  const ids = crowd.places.map((place) => listingIds[place] as string).sort(compareIds);
  const { students, seats } = crowd;
  return { studentId, reason: "crowded_out", failing: {}, crowd: { students, seats, listingIds: ids } };
}

function certificateOf(
  { floor, prices }: Assignment,
  { rows, listingIds }: { rows: readonly StudentEdges[]; listingIds: readonly string[] },
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
