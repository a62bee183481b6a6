import { objectiveOf } from "./plan";
import { edgesOf, planWeight, type StudentEdges, seatsLeft, studentsToPlace } from "./plan-edges";
import type { Plan, PlanInput } from "./plan-types";

/** Where the proof of a plan's total fails: by student, by listing, or in the sums. */
export interface TotalFault {
  studentId?: string;
  listingId?: string;
}

/** The rows of everybody the plan looks for, by student. */
export function openRows(input: PlanInput): Map<string, StudentEdges> {
  return new Map(studentsToPlace(input).map((student) => [student.id, edgesOf(student, input)]));
}

/**
 * Checks the certificate from plan and input alone. Prices that no open pair undercuts, equal on proposed pairs, zero for
 * whoever is left and whatever is free, leave no gap between the plan's total and the most there can be
 * (complementary slackness of the assignment problem, Egervary 1931; Kuhn 1955).
 */
export function verifyTotal(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): TotalFault[] {
  const { certificate, objective } = plan;
  const { floor, scale, bonus, students, listings } = certificate;
  const faults: TotalFault[] = [];
  const proposed = plan.assignments.filter(({ origin }) => origin === "proposed");
  const placeOf = new Map(proposed.map(({ studentId, listingId }) => [studentId, listingId]));
  const keepers = [...rows.values()].filter(({ edges }) => edges.some(({ kept }) => kept)).length;
  if (!Number.isSafeInteger(scale) || !Number.isSafeInteger(bonus) || scale <= keepers) faults.push({});
  if (JSON.stringify(objective) !== JSON.stringify(objectiveOf(plan.assignments))) faults.push({});
  for (const { studentId, listingId, forStudent, forPlacement, weight } of plan.assignments) {
    const expected = forStudent === null || forPlacement === null ? null : planWeight({ forStudent, forPlacement });
    if (weight !== expected) faults.push({ studentId, listingId });
  }
  for (const [listingId, seats] of seatsLeft(input)) {
    const price = listings[listingId];
    const held = proposed.filter((pair) => pair.listingId === listingId).length;
    if (!isPrice(price) || (price > 0 && held < seats)) faults.push({ listingId });
  }
  for (const [studentId, { edges }] of rows) {
    const price = students[studentId];
    const own = placeOf.get(studentId);
    if (!isPrice(price) || (own === undefined && price > 0)) {
      faults.push({ studentId });
      continue;
    }
    for (const { listingId, weight, kept } of edges) {
      const isOpen = floor === null || weight >= floor;
      const slack = price + (listings[listingId] ?? 0) - (weight * scale + (kept ? 1 : 0) + bonus);
      if (isOpen ? slack < 0 : listingId === own) faults.push({ studentId, listingId });
      if (listingId === own && slack !== 0) faults.push({ studentId, listingId });
    }
  }
  return faults;
}

function isPrice(price: number | undefined): price is number {
  return Number.isSafeInteger(price) && (price as number) >= 0;
}
