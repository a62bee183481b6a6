import type { StaffActor, SystemActor } from "~/domain/actor";
import { keepApart } from "~/steps/forbid-pair.server";
import { isForbiddenPair } from "~db/forbidden-pairs.server";
import type { ScopeTx } from "~db/scope.server";

interface Bringing {
  /** Of the new school. */
  there: StaffActor | SystemActor;
  /** As the new school knows them. */
  studentId: string;
  /** The mentors from whom the old school keeps the student apart. */
  apart: readonly { id: string; name: string }[];
  now: Date;
}

/**
 * Keeps the student apart at the new school from whoever they were kept apart from at the old one, until its coordinators have decided;
 * each pair is a task. Why is not told. A pair that the new school has, or has decided about, stays as it is.
 * Answers of whom the new school hears by that.
 */
export async function bringPairs(
  tx: ScopeTx,
  { there, studentId, apart, now }: Bringing,
): Promise<{ id: string; name: string }[]> {
  const { schoolId, districtId } = there;
  const brought: { id: string; name: string }[] = [];
  for (const mentor of apart) {
    if (await isForbiddenPair(tx, { schoolId, studentId, mentorId: mentor.id })) continue;
    if (await keepApart(tx, { schoolId, districtId, studentId, mentor, reason: "transfer", now })) brought.push(mentor);
  }
  return brought;
}
