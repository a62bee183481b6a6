import { groupBy } from "../group-by";
import type { StudentEvidence } from "./evidence";
import { isSummed } from "./is-summed";
import { matchPair } from "./pair";
import { capacityOf, mostEach } from "./plan-edges";
import { isOverridden } from "./plan-locks";
import type { Plan, PlanInput } from "./plan-types";
import { suggestionsIn } from "./suggestions-left";
import { verifyFloor } from "./verify-floor";
import { verifyScores } from "./verify-scores";
import { blockingPairsIn } from "./verify-stable";
import { openRows, verifyTotal } from "./verify-total";
import { verifyUnmatched } from "./verify-unmatched";

/** Properties that every production run asserts, by their ids in the design of the engine, and where one fails. */
export interface PlanFault {
  property: "F1" | "F2" | "F3" | "F4" | "F5" | "F6" | "F7" | "F8" | "S1" | "S8" | "O2" | "O3" | "O4" | "T1" | "D1";
  studentId?: string;
  listingId?: string;
}

/** Checks a plan against its input without trusting how it was made. Empty when all holds; otherwise keep the old plan. */
export function verifyPlan(plan: Plan, input: PlanInput): PlanFault[] {
  const rows = openRows(input);
  const faults = [...pairFaults(plan, input), ...seatFaults(plan, input), ...fixedFaults(plan, input)];
  for (const where of verifyScores(plan, { input, rows })) faults.push({ property: "S8", ...where });
  for (const studentId of verifyUnmatched(plan, { input, rows })) faults.push({ property: "F8", studentId });
  for (const where of verifyTotal(plan, { input, rows })) faults.push({ property: "O2", ...where });
  for (const property of verifyFloor(plan, { input, rows })) faults.push({ property });
  if (input.mode !== "stable") return faults;
  for (const where of blockingPairsIn(plan, { input, rows })) faults.push({ property: "T1", ...where });
  return faults;
}

/**
 * One placement for each student (in a slate no more than it gives, and none twice), no more suggestions than they may still
 * get, eligible ones or overridden, whose parts sum. Somebody may have been approved for more than that; then the plan adds none.
 */
function pairFaults(plan: Plan, input: PlanInput): PlanFault[] {
  const faults: PlanFault[] = [];
  const students = new Map(input.students.map((student) => [student.id, student]));
  const placements = new Map(input.placements.map((placement) => [placement.listingId, placement]));
  const locks = new Map((input.locks ?? []).map((lock) => [keyOf(lock), lock]));
  const seen = new Map<string, Set<string>>();
  const room = new Map<string, number>();
  for (const { studentId, origin } of plan.assignments)
    if (origin === "approved") room.set(studentId, (room.get(studentId) ?? mostEach(input)) - 1);
  const suggested = suggestedTooMany(plan, input);
  for (const pair of plan.assignments) {
    const where = { studentId: pair.studentId, listingId: pair.listingId };
    const own = seen.get(pair.studentId) ?? new Set();
    const left = room.get(pair.studentId) ?? mostEach(input);
    const isTooMany = pair.origin !== "approved" && left <= 0;
    if (own.has(pair.listingId) || isTooMany || suggested.has(keyOf(pair))) faults.push({ property: "F1", ...where });
    seen.set(pair.studentId, own.add(pair.listingId));
    if (pair.origin === "approved") continue;
    room.set(pair.studentId, left - 1);
    const student = students.get(pair.studentId);
    const placement = placements.get(pair.listingId);
    const match = student && placement && matchPair(student, placement, input.context);
    const lock = locks.get(keyOf(pair));
    if (!match || (!match.eligible && !(lock && isOverridden(lock)))) faults.push({ property: "F3", ...where });
    if (match?.score && !isSummed(match.score)) faults.push({ property: "S1", ...where });
  }
  return faults;
}

/** Pairs that no approval could add to what the student has under way, by the school's limit. */
function suggestedTooMany({ assignments }: Plan, { students, suggestionsLeft = {} }: PlanInput): Set<string> {
  const limited = students.filter(({ id }) => id in suggestionsLeft);
  const given = groupBy(
    assignments.filter(({ origin }) => origin !== "approved"),
    ({ studentId }) => studentId,
  );
  const suggested = (student: StudentEvidence) => suggestionsIn(student, given.get(student.id) ?? []);
  return new Set(limited.flatMap((student) => suggested(student).slice(suggestionsLeft[student.id]).map(keyOf)));
}

function seatFaults({ assignments }: Plan, { placements, mode }: PlanInput): PlanFault[] {
  const used = new Map<string, number>();
  for (const { listingId, origin } of assignments)
    if (origin !== "approved") used.set(listingId, (used.get(listingId) ?? 0) + 1);
  const seatsOf = new Map(placements.map((placement) => [placement.listingId, capacityOf(placement, mode)]));
  return [...used].flatMap(([listingId, count]) => {
    const seats = seatsOf.get(listingId) ?? 0;
    return count > seats ? [{ property: seats === 0 ? "F6" : "F2", listingId } as const] : [];
  });
}

/** Locks and approved pairs are there, forbidden ones are not, unless they were approved before. */
function fixedFaults({ assignments }: Plan, { locks = [], forbids = [], approved = [] }: PlanInput): PlanFault[] {
  const planned = new Set(assignments.map(keyOf));
  const stays = new Set(approved.map(keyOf));
  const isLost = (pair: { studentId: string; listingId: string }) => !planned.has(keyOf(pair));
  return [
    ...locks.filter(isLost).map(({ studentId, listingId }) => ({ property: "F4" as const, studentId, listingId })),
    ...forbids
      .filter((pair) => !isLost(pair) && !stays.has(keyOf(pair)))
      .map((pair) => ({ property: "F5" as const, ...pair })),
    ...approved.filter(isLost).map((pair) => ({ property: "F7" as const, ...pair })),
  ];
}

function keyOf({ studentId, listingId }: { studentId: string; listingId: string }): string {
  return `${studentId} ${listingId}`;
}
