import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

interface About {
  schoolId: string;
  mentorId: string;
}

export const aboutCheckOf = (mentorId: string) => `check_not_clear:${mentorId}`;

/** One task of the staff about a mentor of whom a check did not come back clear, until a clear one is here. */
export async function askStaffAboutCheck(
  tx: ScopeTx,
  { schoolId, mentorId, now }: About & { now: Date },
): Promise<void> {
  const subject = { noun: "mentor", id: mentorId } as const;
  const dedupeKey = aboutCheckOf(mentorId);
  await openTask(tx, { schoolId, kind: "check_not_clear", subject, props: { mentorId }, dedupeKey, now });
}
