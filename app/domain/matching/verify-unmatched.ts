import { type StudentEdges, seatsLeft } from "./plan-edges";
import type { Plan, PlanInput, UnmatchedStudent } from "./plan-types";

/** Students whose one reason for being left out is missing, double or not true. */
export function verifyUnmatched(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): string[] {
  const placed = new Set(plan.assignments.map(({ studentId }) => studentId));
  const reasonsOf = new Map<string, UnmatchedStudent[]>();
  for (const one of plan.unmatched) reasonsOf.set(one.studentId, [...(reasonsOf.get(one.studentId) ?? []), one]);
  const holds = reasonHolds(plan, { input, rows });
  return input.students.flatMap(({ id }) => {
    const reasons = reasonsOf.get(id) ?? [];
    const isRight = placed.has(id) ? reasons.length === 0 : reasons.length === 1 && reasons.every(holds);
    return isRight ? [] : id;
  });
}

function reasonHolds(plan: Plan, { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> }) {
  const seats = seatsLeft(input);
  const optedOut = new Set(input.optedOutStudentIds ?? []);
  const waysOf = (studentId: string) => (rows.get(studentId)?.edges ?? []).map(({ listingId }) => listingId);
  const isCrowded = crowdHolds(plan, { seats, waysOf });
  return (one: UnmatchedStudent): boolean => {
    const ways = waysOf(one.studentId);
    const areSeatsOpen = ways.some((way) => (seats.get(way) ?? 0) > 0);
    if (one.reason === "opted_out") return optedOut.has(one.studentId);
    const isAtLimit = (rows.get(one.studentId)?.failing.has_most_live ?? 0) > 0;
    if (one.reason === "has_most_live") return ways.length === 0 && isAtLimit;
    if (one.reason === "no_eligible_placement") return ways.length === 0 && !isAtLimit;
    if (one.reason === "blocked_by_lock") return ways.length > 0 && !areSeatsOpen;
    // That every open placement is full of students it would rather have is what having no blocking pair says.
    if (one.reason === "others_preferred") return input.mode === "stable" && areSeatsOpen;
    return input.mode !== "stable" && isCrowded(one);
  };
}

/** The Hall witness: the student and all holders of these seats, one more than there are, may go nowhere else. */
function crowdHolds(
  { assignments }: Plan,
  { seats, waysOf }: { seats: Map<string, number>; waysOf: (studentId: string) => string[] },
) {
  // In a slate the first round alone decides who has anything.
  const first = assignments.filter(({ origin, round = 1 }) => origin === "proposed" && round === 1);
  return ({ studentId, crowd }: UnmatchedStudent): boolean => {
    const within = new Set(crowd?.listingIds);
    const holders = first.filter(({ listingId }) => within.has(listingId));
    const room = [...within].reduce((sum, listingId) => sum + (seats.get(listingId) ?? 0), 0);
    const isShut = [studentId, ...holders.map((pair) => pair.studentId)].every((one) =>
      waysOf(one).every((way) => within.has(way)),
    );
    const isCrowd = crowd?.seats === room && crowd.students === room + 1 && room > 0;
    return isCrowd && isShut && holders.length === room && waysOf(studentId).length > 0;
  };
}
