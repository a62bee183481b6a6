import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { withScope } from "~db/scope.server";
import { closeTask } from "~db/staff-tasks.server";

/** A coordinator finishes a task with a note, or drops it. Finishing it twice answers `already_closed`. */
export async function finishTask(
  wiring: Wiring,
  actor: Actor,
  input: { taskId: string; outcome: "done" | "dropped"; note: string },
): Promise<Outcome<null, "not_permitted" | "already_closed">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const closed = await closeTask(tx, {
      schoolId,
      taskId: input.taskId,
      outcome: input.outcome,
      by: actor.personId,
      note: input.note,
      now,
    });
    if (!closed) return refused("already_closed");
    await recordAct(tx, {
      actor,
      noun: "task",
      nounId: input.taskId,
      transition: input.outcome,
      from: "open",
      to: input.outcome,
      reason: input.note,
      now,
    });
    return done(null);
  });
}
