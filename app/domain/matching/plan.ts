import { done, type Outcome } from "../outcome";
import { assign, type Crowd } from "./assign";
import type { PairIds } from "./evidence";
import { matchPair } from "./pair";
import { auditOf } from "./plan-audit";
import { capacityOf, edgesOf, inTieOrder, type StudentEdges } from "./plan-edges";
import { checkLocks } from "./plan-locks";
import type { Plan, PlanInput, PlannedPair, PlanRefusal, UnmatchedStudent } from "./plan-types";
import { compareIds } from "./rank";

/**
 * Proposes one place for each student who is looking. This first engine is greedy by the harmonic mean of both scores
 * and then shifts students along augmenting paths: it places as many students as can be placed at all, but does not
 * prove the best lowest or total score. Locks and approved pairs stay, forbidden pairs stay out, seats are respected;
 * the same input and seed give the same bytes, in whatever order rows come. Refuses locks that cannot be kept.
 */
export function proposePlan(given: PlanInput): Outcome<Plan, PlanRefusal> {
  const input = inOrder(given);
  const locks = checkLocks(input);
  if (!locks.ok) return locks;
  const approved = input.approved ?? [];
  const fixed = new Set([...approved, ...locks.value].map(({ studentId }) => studentId));
  const optedOut = new Set(input.optedOutStudentIds ?? []);
  const looking = input.students.filter(({ id }) => !fixed.has(id) && !optedOut.has(id));
  const rows = inTieOrder(looking, input.seed).map((student) => edgesOf(student, input));
  const solved = solve(rows, input);
  const assignments = [
    ...approved.map((pair) => plannedPair(pair, "approved", input)),
    ...locks.value.map((pair) => plannedPair(pair, "locked", input)),
    ...solved.pairs.map((pair) => plannedPair(pair, "proposed", input)),
  ].sort((a, b) => compareIds(a.studentId, b.studentId));
  const resting = input.students.filter(({ id }) => optedOut.has(id) && !fixed.has(id));
  const unmatched = [
    ...resting.map(({ id }): UnmatchedStudent => ({ studentId: id, reason: "opted_out", failing: {}, crowd: null })),
    ...solved.unmatched,
  ].sort((a, b) => compareIds(a.studentId, b.studentId));
  return done({
    engine: "greedy-1",
    seed: input.seed,
    weightsVersion: input.context.weights.version,
    assignments,
    unmatched,
    audit: auditOf({ input, assignments, unmatched }),
  });
}

/** Rows by id, so that nothing after this depends on the order in which a query returned them. */
function inOrder(input: PlanInput): PlanInput {
  const byPair = (a: PairIds, b: PairIds) =>
    compareIds(a.studentId, b.studentId) || compareIds(a.listingId, b.listingId);
  return {
    ...input,
    placements: [...input.placements].sort((a, b) => compareIds(a.listingId, b.listingId)),
    locks: [...(input.locks ?? [])].sort(byPair),
    approved: [...(input.approved ?? [])].sort(byPair),
  };
}

/** Fills the seats that locks leave. */
function solve(rows: readonly StudentEdges[], { placements, locks }: PlanInput) {
  const listingIds = placements.map(({ listingId }) => listingId);
  const positions = new Map(listingIds.map((id, at) => [id, at]));
  const seats = placements.map(capacityOf);
  for (const { listingId } of locks ?? []) {
    const at = positions.get(listingId) ?? 0;
    seats[at] = (seats[at] ?? 0) - 1;
  }
  const graph = rows.map(({ edges }) =>
    edges.map(({ listingId, weight }) => ({ place: positions.get(listingId) ?? 0, weight })),
  );
  const { placeOf, crowds } = assign({ edgesOf: graph, seats });
  const pairs: PairIds[] = [];
  const unmatched: UnmatchedStudent[] = [];
  rows.forEach((row, at) => {
    const listingId = listingIds[placeOf[at] ?? -1];
    if (listingId !== undefined) pairs.push({ studentId: row.student.id, listingId });
    else unmatched.push(unmatchedStudent(row, crowds.get(at)));
  });
  return { pairs, unmatched };
}

/** A crowd without a seat means that locks hold every seat the student could have had. */
function unmatchedStudent({ student, edges, failing }: StudentEdges, crowd: Crowd | undefined): UnmatchedStudent {
  if (edges.length === 0 || !crowd)
    return { studentId: student.id, reason: "no_eligible_placement", failing, crowd: null };
  const reason = crowd.seats === 0 ? "blocked_by_lock" : "crowded_out";
  return { studentId: student.id, reason, failing: {}, crowd: reason === "crowded_out" ? crowd : null };
}

function plannedPair(pair: PairIds, origin: PlannedPair["origin"], input: PlanInput): PlannedPair {
  const student = input.students.find(({ id }) => id === pair.studentId);
  const placement = input.placements.find(({ listingId }) => listingId === pair.listingId);
  if (!student || !placement) throw new Error("A planned pair names a student or listing outside the plan's input.");
  const { score, placementId, mentorId } = matchPair(student, placement, input.context);
  return {
    studentId: pair.studentId,
    listingId: pair.listingId,
    placementId,
    mentorId,
    origin,
    score: score?.score ?? null,
    forStudent: score?.forStudent ?? null,
    forPlacement: score?.forPlacement ?? null,
  };
}
