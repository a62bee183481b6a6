import { instantMs } from "../time";
import { eligibilityOf, factsOf } from "./eligibility";
import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import type { PlanInput, UnmatchedStudent } from "./plan-types";
import { compareIds } from "./rank";
import { scoreOf } from "./score";
import { sharesOf } from "./shares";
import { tieKey } from "./tie-key";

/** A student's way into the plan: eligible listings, and what rules out the others. */
export interface StudentEdges {
  student: StudentEvidence;
  edges: { listingId: string; weight: number; kept: boolean }[];
  failing: UnmatchedStudent["failing"];
}

/** Seats a plan may fill: open seats for which a pursuit place is open; none while unpublished. */
export function capacityOf({ published, openSeats, openPursuitPlaces }: PlacementEvidence): number {
  return published ? Math.max(0, Math.min(openSeats, openPursuitPlaces)) : 0;
}

/** Students who wait longer come first, then by the seeded key, then by id. */
export function inTieOrder(students: readonly StudentEvidence[], seed: number): StudentEvidence[] {
  return students
    .map((student) => ({ student, since: instantMs(student.waitingSince), key: tieKey(seed, student.id) }))
    .sort((a, b) => a.since - b.since || a.key - b.key || compareIds(a.student.id, b.student.id))
    .map(({ student }) => student);
}

/** Students for whom the plan looks: not held by a lock or an approval, and looking now. */
export function studentsToPlace({ students, locks, approved, optedOutStudentIds }: PlanInput): StudentEvidence[] {
  const fixed = new Set([...(approved ?? []), ...(locks ?? [])].map(({ studentId }) => studentId));
  const optedOut = new Set(optedOutStudentIds ?? []);
  return students.filter(({ id }) => !fixed.has(id) && !optedOut.has(id));
}

/** Seats that locks leave, by listing. Approved pairs are not among the open seats any more. */
export function seatsLeft({ placements, locks }: PlanInput): Map<string, number> {
  const seats = new Map(placements.map((placement) => [placement.listingId, capacityOf(placement)]));
  for (const { listingId } of locks ?? []) seats.set(listingId, (seats.get(listingId) ?? 0) - 1);
  return seats;
}

/** What a pair weighs in a plan, 0..10000: seven tenths the student's side, three tenths the placement's, rounded. */
export function planWeight({ forStudent, forPlacement }: { forStudent: number; forPlacement: number }): number {
  return Math.round((7 * forStudent + 3 * forPlacement) / 10);
}

/** Scores a student with every listing that is not forbidden. */
export function edgesOf(student: StudentEvidence, { placements, context, forbids, previous }: PlanInput): StudentEdges {
  const own = (pairs: readonly PairIds[] = []) =>
    new Set(pairs.flatMap(({ studentId, listingId }) => (studentId === student.id ? listingId : [])));
  const forbidden = own(forbids);
  const before = own(previous);
  const edges: StudentEdges["edges"] = [];
  const failing: StudentEdges["failing"] = {};
  const fail = (code: keyof typeof failing) => {
    failing[code] = (failing[code] ?? 0) + 1;
  };
  for (const placement of placements) {
    const facts = factsOf(student, placement, context);
    const { eligible, blockers } = eligibilityOf(student, placement, facts);
    for (const { code } of blockers) fail(code);
    if (!eligible) continue;
    if (forbidden.has(placement.listingId)) fail("forbidden_by_staff");
    else {
      const score = scoreOf(sharesOf(student, placement, { facts, context }), context.weights);
      const { listingId } = placement;
      edges.push({ listingId, weight: planWeight(score), kept: before.has(listingId) });
    }
  }
  return { student, edges, failing };
}
