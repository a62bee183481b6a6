import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf, openTask } from "~db/staff-tasks.server";

/** One task of the staff about a clearance gate that is open again, until it is closed or the pursuit has ended. */
export async function askStaffAboutGate(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<void> {
  await openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "clearance_open",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: { title: pursuit.title, organisation: pursuit.organisation_name, studentId: pursuit.student_id },
    dedupeKey: keyOf(pursuit.pursuit_id),
    now,
  });
}

export async function closeGateTask(
  tx: ScopeTx,
  { schoolId, pursuitId, note, now }: { schoolId: string; pursuitId: string; note: string; now: Date },
): Promise<void> {
  await closeTasksOf(tx, { schoolId, dedupeKey: keyOf(pursuitId), note, now });
}

const keyOf = (pursuitId: string) => `clearance_open:${pursuitId}`;
