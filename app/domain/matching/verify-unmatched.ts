import { type StudentEdges, seatsLeft } from "./plan-edges";
import type { Plan, PlanInput, UnmatchedStudent } from "./plan-types";

/** Students whose one reason for being left out is missing, double or not true. */
export function verifyUnmatched(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): string[] {
  const placed = new Set(plan.assignments.map(({ studentId }) => studentId));
  const holds = reasonHolds(plan, { input, rows });
  return input.students.flatMap(({ id }) => {
    const reasons = plan.unmatched.filter(({ studentId }) => studentId === id);
    const isRight = placed.has(id) ? reasons.length === 0 : reasons.length === 1 && reasons.every(holds);
    return isRight ? [] : id;
  });
}

function reasonHolds(plan: Plan, { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> }) {
  const seats = seatsLeft(input);
  const optedOut = new Set(input.optedOutStudentIds ?? []);
  const proposed = plan.assignments.filter(({ origin }) => origin === "proposed");
  const waysOf = (studentId: string) => (rows.get(studentId)?.edges ?? []).map(({ listingId }) => listingId);
  return ({ studentId, reason, crowd }: UnmatchedStudent): boolean => {
    const ways = waysOf(studentId);
    if (reason === "opted_out") return optedOut.has(studentId);
    if (reason === "no_eligible_placement") return ways.length === 0;
    if (reason === "blocked_by_lock") return ways.length > 0 && ways.every((way) => seats.get(way) === 0);
    const within = new Set(crowd?.listingIds);
    const holders = proposed.filter(({ listingId }) => within.has(listingId));
    const room = [...within].reduce((sum, listingId) => sum + (seats.get(listingId) ?? 0), 0);
    const isShut = [studentId, ...holders.map((pair) => pair.studentId)].every((one) =>
      waysOf(one).every((way) => within.has(way)),
    );
    const isCrowd = crowd?.seats === room && crowd.students === room + 1 && room > 0;
    return isCrowd && isShut && holders.length === room && ways.length > 0;
  };
}
