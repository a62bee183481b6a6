import type { CallOutcome, TellingChannel } from "~/domain/notice/call";
import type { ScopeTx } from "./scope.server";

export interface NewCall {
  schoolId: string;
  taskId: string;
  by: string;
  channel: TellingChannel;
  outcome: CallOutcome;
  /** When somebody tries again. */
  nextOn: string | null;
  now: Date;
}

/** Notes a try to reach somebody about a task; false when the same person noted the same since `unlessSince`. The task is locked. */
export async function insertCall(
  tx: ScopeTx,
  { unlessSince, ...call }: NewCall & { unlessSince: Date },
): Promise<boolean> {
  const { schoolId, taskId, by, channel, outcome } = call;
  const same = await tx
    .selectFrom("task_calls")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("task_id", "=", taskId)
    .where("called_by", "=", by)
    .where("channel", "=", channel)
    .where("outcome", "=", outcome)
    .where("called_at", ">", unlessSince.toISOString())
    .executeTakeFirst();
  if (same) return false;
  await tx
    .insertInto("task_calls")
    .values({
      school_id: schoolId,
      task_id: taskId,
      called_by: by,
      called_at: call.now.toISOString(),
      channel,
      outcome,
      next_on: call.nextOn,
    })
    .execute();
  return true;
}

/** The tries of some tasks with who made them, the newest first. */
export async function listCallsOf(
  tx: ScopeTx,
  { schoolId, taskIds }: { schoolId: string; taskIds: readonly string[] },
) {
  if (taskIds.length === 0) return [];
  return tx
    .selectFrom("task_calls as c")
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "c.school_id").onRef("pe.id", "=", "c.called_by"),
    )
    .select(["c.id", "c.task_id", "c.called_at", "c.channel", "c.outcome", "c.next_on", "pe.full_name as caller"])
    .where("c.school_id", "=", schoolId)
    .where("c.task_id", "in", [...taskIds])
    .orderBy("c.called_at", "desc")
    .orderBy("c.id", "desc")
    .execute();
}
