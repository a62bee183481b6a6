import type { StaffActor, SystemActor } from "~/domain/actor";
import { asksFirst } from "~/domain/people/transfer";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { lockWarnedTransfers, updateAsksFirst } from "~db/transfer-warnings.server";
import { atOtherSchool } from "./at-other-school.server";
import { readStandingLinks } from "./goes-along.server";

interface Change {
  actor: StaffActor | SystemActor;
  /** Nobody: whoever of the school goes to another one. */
  studentId?: string;
  /** An adult has a right less than before. */
  isLess?: boolean;
  /** The day at the school. */
  on: string;
  now: Date;
}

/**
 * What an adult may do changes while a student goes to another school: whether that school has to ask first is as it is now. Where it has
 * received them already and somebody has a right less, it has a task, which says that something changed and neither what nor of whom.
 */
export async function followRights(tx: ScopeTx, { actor, studentId, isLess = false, on, now }: Change): Promise<void> {
  const { schoolId } = actor;
  for (const transfer of await lockWarnedTransfers(tx, { schoolId, studentId })) {
    const { id: transferId, to_school_id: toSchoolId, received_as: receivedAs } = transfer;
    const lacks = asksFirst(await readStandingLinks(tx, { schoolId, studentId: transfer.student_id, on }));
    // Whoever has decided by what was known does not stop asking.
    const asks = lacks || (receivedAs !== null && (isLess || transfer.asks_first));
    const asksFromNow = asks && !transfer.asks_first;
    if (asks !== transfer.asks_first) await updateAsksFirst(tx, { schoolId, transferId, asksFirst: asks });
    if (receivedAs === null || !(isLess || asksFromNow)) continue;
    await atOtherSchool(tx, { from: actor, schoolId: toSchoolId }, async () => {
      await openTask(tx, {
        schoolId: toSchoolId,
        kind: "rights_changed",
        subject: { noun: "student", id: receivedAs },
        props: { studentId: receivedAs },
        dedupeKey: `rights_changed:${transferId}`,
        now,
      });
    });
  }
}
