import type { PairIds } from "./evidence";
import { ownRanks, planWeight } from "./own-choice";
import { matchPair } from "./pair";
import type { PlanInput, PlannedPair } from "./plan-types";

/** Pairs as a plan shows them, with both scores and their weight. Ids outside the input are the caller's bug. */
export function plannedPairs(
  pairs: readonly (PairIds & { round?: number })[],
  origin: PlannedPair["origin"],
  input: PlanInput,
): PlannedPair[] {
  const students = new Map(input.students.map((student) => [student.id, student]));
  const placements = new Map(input.placements.map((placement) => [placement.listingId, placement]));
  return pairs.map(({ studentId, listingId, round }) => {
    const student = students.get(studentId);
    const placement = placements.get(listingId);
    if (!student || !placement) throw new Error("A planned pair names a student or listing outside the plan's input.");
    const { score, placementId, mentorId } = matchPair(student, placement, input.context);
    return {
      studentId,
      listingId,
      placementId,
      mentorId,
      origin,
      score: score?.score ?? null,
      forStudent: score?.forStudent ?? null,
      forPlacement: score?.forPlacement ?? null,
      weight: score ? planWeight(score, ownRanks(student, input.context).get(listingId) ?? 0) : null,
      ...(round !== undefined && { round }),
    };
  });
}
