import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import type { StaffTaskKind } from "~db/staff-tasks.server";
import { DECISIONS, endTask, openTaskOf } from "./close-task.server";

export type FinishRefusal = "not_permitted" | "not_found" | "already_closed" | "needs_decision";

/** A coordinator finishes a task with a note, or drops it. One that asks for a decision is not finished this way. */
export async function finishTask(
  wiring: Wiring,
  actor: Actor,
  input: { taskId: string; outcome: "done" | "dropped"; note: string },
): Promise<Outcome<null, FinishRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const task = await openTaskOf(tx, { schoolId: actor.schoolId, taskId: input.taskId });
    if (!task.ok) return task;
    if (DECISIONS.includes(task.value.kind as StaffTaskKind)) return refused("needs_decision");
    const note = input.note.trim();
    await endTask(tx, actor, { task: task.value, outcome: input.outcome, note, now: wiring.clock.now() });
    return done(null);
  });
}
