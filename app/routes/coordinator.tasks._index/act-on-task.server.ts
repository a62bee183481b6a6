import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { type DecideOrganisationRefusal, decideOrganisation } from "~/features/tasks/decide-organisation.server";
import { decidePair } from "~/features/tasks/decide-pair.server";
import { type FinishRefusal, finishTask } from "~/features/tasks/finish-task.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";

/** What the forms of a task send. */
export const TaskAction = z.object({
  intent: z.enum(["done", "dropped", "lift", "keep", "confirm", "refuse"]),
  taskId: z.uuid(),
  note: z.string().max(1000).default(""),
});

const REFUSALS: Refusals<FinishRefusal | DecideOrganisationRefusal> = {
  not_permitted: { status: 403, key: "home:fault.not_permitted" },
  not_found: NOT_FOUND,
  already_closed: { status: 409, key: "home:fault.already_closed" },
  needs_decision: { status: 409, key: "home:fault.needs_decision" },
  note_missing: { status: 422, key: "home:fault.note_missing", field: "note" },
  mentor_suspended: { status: 409, key: "home:fault.mentor_suspended" },
};

const TOASTS = {
  done: "home:toast.taskDone",
  dropped: "home:toast.taskDropped",
  lift: "home:toast.decided.lift",
  keep: "home:toast.decided.keep",
  confirm: "home:toast.decided.confirm",
  refuse: "home:toast.decided.refuse",
} as const;

/** Closes a task as its form asked, or answers why not. */
export async function actOnTask(
  context: AppLoadContext,
  actor: StaffActor,
  { sent, typed, page }: { sent: z.output<typeof TaskAction>; typed: Record<string, string | string[]>; page: number },
) {
  const outcome = await act(context, actor, sent);
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
  return redirectWithToast(page > 1 ? `/coordinator/tasks?page=${page}` : "/coordinator/tasks", TOASTS[sent.intent]);
}

function act({ wiring }: AppLoadContext, actor: StaffActor, { intent, taskId, note }: z.output<typeof TaskAction>) {
  switch (intent) {
    case "lift":
    case "keep":
      return decidePair(wiring, actor, { taskId, decision: intent, note });
    case "confirm":
    case "refuse":
      return decideOrganisation(wiring, actor, { taskId, decision: intent, note });
    default:
      return finishTask(wiring, actor, { taskId, outcome: intent, note });
  }
}
