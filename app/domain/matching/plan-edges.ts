import { instantMs } from "../time";
import { eligibilityOf, factsOf } from "./eligibility";
import type { PlacementEvidence, StudentEvidence } from "./evidence";
import type { PlanInput, UnmatchedStudent } from "./plan-types";
import { compareIds } from "./rank";
import { scoreOf } from "./score";
import { sharesOf } from "./shares";
import { tieKey } from "./tie-key";

/** A student's way into the plan: eligible listings best first, and what rules out the others. */
export interface StudentEdges {
  student: StudentEvidence;
  edges: { listingId: string; weight: number }[];
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

/** Scores a student with every listing that is not forbidden; weights are harmonic means. */
export function edgesOf(student: StudentEvidence, { placements, context, forbids, seed }: PlanInput): StudentEdges {
  const forbidden = new Set((forbids ?? []).flatMap((pair) => (pair.studentId === student.id ? pair.listingId : [])));
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
      const { score } = scoreOf(sharesOf(student, placement, { facts, context }), context.weights);
      edges.push({ listingId: placement.listingId, weight: score });
    }
  }
  const key = (listingId: string) => tieKey(seed, listingId);
  edges.sort(
    (a, b) => b.weight - a.weight || key(a.listingId) - key(b.listingId) || compareIds(a.listingId, b.listingId),
  );
  return { student, edges, failing };
}
