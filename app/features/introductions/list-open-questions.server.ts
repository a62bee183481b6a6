import type { ScopeTx } from "~db/scope.server";
import { listOpenTasksAbout } from "~db/staff-tasks.server";

/** What somebody who was introduced asked and nobody has answered yet, the oldest first. */
export async function listOpenQuestions(
  tx: ScopeTx,
  { schoolId, introductionId }: { schoolId: string; introductionId: string },
): Promise<string[]> {
  const subject = { noun: "introduction", id: introductionId };
  const tasks = await listOpenTasksAbout(tx, { schoolId, kind: "mentor_question", subject });
  return tasks.map(({ props }) => String((props as { message?: string }).message ?? ""));
}
