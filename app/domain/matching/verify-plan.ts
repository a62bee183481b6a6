import { matchPair } from "./pair";
import { capacityOf } from "./plan-edges";
import { isSamePair } from "./plan-locks";
import type { Plan, PlanInput } from "./plan-types";
import { openRows, verifyTotal } from "./verify-total";
import { verifyUnmatched } from "./verify-unmatched";

/** Properties that every production run asserts, by their ids in the design of the engine, and where one fails. */
export interface PlanFault {
  property: "F1" | "F2" | "F3" | "F4" | "F5" | "F6" | "F7" | "F8" | "S1" | "O2";
  studentId?: string;
  listingId?: string;
}

/** Checks a plan against its input without trusting how it was made. Empty when all holds; otherwise keep the old plan. */
export function verifyPlan(plan: Plan, input: PlanInput): PlanFault[] {
  const faults: PlanFault[] = [];
  const students = new Map(input.students.map((student) => [student.id, student]));
  const placements = new Map(input.placements.map((placement) => [placement.listingId, placement]));
  const has = (pair: { studentId: string; listingId: string }) =>
    plan.assignments.some((planned) => isSamePair(planned, pair));
  const seen = new Set<string>();
  const used = new Map<string, number>();
  for (const pair of plan.assignments) {
    const where = { studentId: pair.studentId, listingId: pair.listingId };
    if (seen.has(pair.studentId)) faults.push({ property: "F1", ...where });
    seen.add(pair.studentId);
    if (pair.origin === "approved") continue;
    used.set(pair.listingId, (used.get(pair.listingId) ?? 0) + 1);
    const student = students.get(pair.studentId);
    const placement = placements.get(pair.listingId);
    const match = student && placement && matchPair(student, placement, input.context);
    const lock = (input.locks ?? []).find((locked) => isSamePair(locked, pair));
    if (!match || (!match.eligible && !lock?.override?.reason)) faults.push({ property: "F3", ...where });
    if (match?.score && !sumsUp(match.score)) faults.push({ property: "S1", ...where });
  }
  for (const [listingId, count] of used) {
    const placement = placements.get(listingId);
    const seats = placement ? capacityOf(placement) : 0;
    if (count > seats) faults.push({ property: seats === 0 ? "F6" : "F2", listingId });
  }
  for (const lock of input.locks ?? []) if (!has(lock)) faults.push({ property: "F4", ...lock });
  for (const forbid of input.forbids ?? [])
    if (has(forbid) && !(input.approved ?? []).some((pair) => isSamePair(pair, forbid)))
      faults.push({ property: "F5", ...forbid });
  for (const pair of input.approved ?? []) if (!has(pair)) faults.push({ property: "F7", ...pair });
  const rows = openRows(input);
  for (const studentId of verifyUnmatched(plan, { input, rows })) faults.push({ property: "F8", studentId });
  for (const where of verifyTotal(plan, { input, rows })) faults.push({ property: "O2", ...where });
  return faults;
}

function sumsUp({ forStudent, forPlacement, parts }: NonNullable<ReturnType<typeof matchPair>["score"]>): boolean {
  const sum = (side: readonly { points: number }[]) => side.reduce((total, { points }) => total + points, 0);
  return sum(parts.student) === forStudent && sum(parts.placement) === forPlacement;
}
