import { relativesOf } from "~/domain/introduction/relatives";
import { forbidPair, isForbiddenPair } from "~db/forbidden-pairs.server";
import type { IntroductionFacts } from "~db/introductions.server";
import { listChildren } from "~db/people.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

interface Relatives {
  introduction: IntroductionFacts;
  mentor: { id: string; name: string };
  /** Civil date at the school. */
  on: string;
  now: Date;
}

/** A relative who becomes a mentor is kept apart from the family's students until a coordinator decides; each pair is a task. */
export async function keepRelativesApart(tx: ScopeTx, { introduction, mentor, on, now }: Relatives): Promise<void> {
  const { school_id: schoolId, district_id: districtId, proposed_by: guardianId } = introduction;
  const children = await listChildren(tx, { schoolId, guardianId, on });
  const students = relativesOf(
    introduction,
    children.map((child) => child.student_id),
  );
  for (const studentId of students) {
    const pair = { schoolId, studentId, mentorId: mentor.id };
    await forbidPair(tx, { ...pair, districtId, reason: "relative" });
    if (!(await isForbiddenPair(tx, pair))) continue;
    await openTask(tx, {
      schoolId,
      kind: "relative_pair",
      subject: { noun: "introduction", id: introduction.id },
      props: { mentor: mentor.name, mentorId: mentor.id, studentId },
      dedupeKey: `relative_pair:${studentId}:${mentor.id}`,
      now,
    });
  }
}
