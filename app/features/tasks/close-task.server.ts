import type { StaffActor } from "~/domain/actor";
import { ENDED_ELSEWHERE } from "~/domain/notice/told";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Act, recordAct } from "~db/audit.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTask, lockTask, type StaffTask, type StaffTaskKind } from "~db/staff-tasks.server";

/** Tasks that ask for a decision: they end by it, never by "done". */
export const DECISIONS: readonly StaffTaskKind[] = ["relative_pair", "confirm_organisation", ...ENDED_ELSEWHERE];

/** An open task of the school, locked; one of another school or kind is not there. */
export async function openTaskOf(
  tx: ScopeTx,
  { schoolId, taskId, kind }: { schoolId: string; taskId: string; kind?: StaffTaskKind },
): Promise<Outcome<StaffTask, "not_found" | "already_closed">> {
  const task = await lockTask(tx, { schoolId, taskId });
  if (!task || (kind && task.kind !== kind)) return refused("not_found");
  return task.state === "open" ? done(task) : refused("already_closed");
}

interface Ending {
  task: StaffTask;
  outcome: "done" | "dropped";
  note: string;
  now: Date;
  /** How somebody was told, where that is what the task asked for. */
  how?: Pick<Act, "channel" | "interpreter" | "language">;
}

/** Closes a locked, open task and writes the audit row. */
export async function endTask(
  tx: ScopeTx,
  actor: StaffActor,
  { task, outcome, note, now, how }: Ending,
): Promise<void> {
  const { school_id: schoolId, id: taskId } = task;
  await closeTask(tx, { schoolId, taskId, outcome, by: actor.personId, note, now });
  await recordAct(tx, {
    actor,
    noun: "task",
    nounId: taskId,
    transition: outcome,
    from: "open",
    to: outcome,
    reason: note,
    now,
    ...how,
  });
}
