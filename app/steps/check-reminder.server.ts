import { type EndingCheck, REMINDER_DAYS } from "~/domain/clearance/reminders";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf, digestOf, findTaskStates, listOpenTaskKeys, openTask } from "~db/staff-tasks.server";

interface About {
  schoolId: string;
  mentorId: string;
  now: Date;
}

/** A key for one reminder of one check, of the task and of the mail. A check that replaces it ends on another day. */
export function reminderKey(mentorId: string, { type, endsOn, days }: Pick<EndingCheck, "type" | "endsOn" | "days">) {
  return `check-ending:${mentorId}:${digestOf(type)}:${endsOn}:${days}`;
}

/**
 * Asks the staff to renew a check, once for each reminder: the task of the reminder before ends with it, and one that somebody closed
 * comes back with the next only. Answers whether it is new.
 */
export async function remindStaffOfCheck(
  tx: ScopeTx,
  { schoolId, mentorId, check, now }: About & { check: EndingCheck },
): Promise<boolean> {
  const dedupeKey = reminderKey(mentorId, check);
  const known = await findTaskStates(tx, { schoolId, dedupeKeys: [dedupeKey] });
  if (known.has(dedupeKey)) return false;
  for (const days of REMINDER_DAYS)
    if (days !== check.days)
      await closeTasksOf(tx, {
        ...{ schoolId, dedupeKey: reminderKey(mentorId, { ...check, days }), note: "reminded again", now },
      });
  return openTask(tx, {
    ...{
      schoolId,
      kind: "check_ending",
      subject: { noun: "mentor", id: mentorId },
      dedupeKey,
      dueOn: check.endsOn,
      now,
    },
    props: { mentorId, endsOn: check.endsOn },
  });
}

/** Closes what asks to renew a check of a mentor that is renewed by now, or counts no more. */
export async function closeRenewed(
  tx: ScopeTx,
  { schoolId, mentorId, ending, now }: About & { ending: readonly EndingCheck[] },
): Promise<void> {
  const subject = { noun: "mentor", id: mentorId } as const;
  const stillOpen = ending.map((check) => reminderKey(mentorId, check));
  const open = await listOpenTaskKeys(tx, { schoolId, kind: "check_ending", subject });
  for (const dedupeKey of open.filter((key) => !stillOpen.includes(key)))
    await closeTasksOf(tx, { schoolId, dedupeKey, note: "the check was renewed, or counts no more", now });
}
