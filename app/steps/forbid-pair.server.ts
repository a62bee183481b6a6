import { forbidPair, isForbiddenPair } from "~db/forbidden-pairs.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

interface Pair {
  schoolId: string;
  districtId: string;
  studentId: string;
  mentor: { id: string; name: string };
  /** Of one that came along from another school nobody here knows why. */
  reason: "relative" | "household" | "transfer";
  now: Date;
}

/**
 * Keeps a student and a mentor apart from now on and asks a coordinator to decide. Of a pair that was decided before nobody is
 * asked again. The task is about the mentor, so that it outlives an introduction that is set aside. Answers whether they are kept apart.
 */
export async function keepApart(
  tx: ScopeTx,
  { schoolId, districtId, studentId, mentor, reason, now }: Pair,
): Promise<boolean> {
  const pair = { schoolId, studentId, mentorId: mentor.id };
  await forbidPair(tx, { ...pair, districtId, reason });
  if (!(await isForbiddenPair(tx, pair))) return false;
  await openTask(tx, {
    schoolId,
    kind: "relative_pair",
    subject: { noun: "mentor", id: mentor.id },
    props: { mentor: mentor.name, mentorId: mentor.id, studentId, ...SAYING[reason] },
    dedupeKey: `relative_pair:${studentId}:${mentor.id}`,
    now,
  });
  return true;
}

/** What the task says beside the pair. */
const SAYING = { relative: {}, household: { shares: true }, transfer: { cameAlong: true } };
