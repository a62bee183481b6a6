import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { isTelling, mayBeTold, TELLING_KINDS } from "~/domain/notice/told";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { readTask, type TaskToTell } from "~/steps/read-task.server";
import { factsOf } from "~/steps/task-names.server";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listOpenTasksOfKinds } from "~db/staff-tasks.server";
import { listCallsOf } from "~db/task-calls.server";

/** As many are looked through for what else the same person waits to hear. */
const LOOKED_THROUGH = 500;

export interface TaskView {
  task: TaskToTell;
  /** The tries so far, the newest first. */
  calls: Awaited<ReturnType<typeof listCallsOf>>;
  /** What else the same person is to be told: one call may be about all of it. */
  others: { id: string; kind: string; news: string; openedAt: string }[];
  school: { name: string; postalAddress: string; helpName: string; helpPhone: string; timeZone: string };
  today: string;
}

/** A notice that no mail brings, for whoever calls, writes a letter or says it in person. */
export async function openTaskToTell(
  wiring: Wiring,
  actor: Actor,
  { taskId }: { taskId: string },
): Promise<Outcome<TaskView, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const task = await readTask(wiring, actor, taskId);
  if (!task) return refused("not_found");
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    return done({
      task,
      calls: await listCallsOf(tx, { schoolId, taskIds: [taskId] }),
      others: await listOthers(tx, { schoolId, task }),
      school: {
        name: school.name,
        postalAddress: school.postal_address,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        timeZone: school.time_zone,
      },
      today: civilDate(wiring.clock.now(), school.time_zone),
    });
  });
}

async function listOthers(tx: ScopeTx, { schoolId, task }: { schoolId: string; task: TaskToTell }) {
  const { id, to, state } = task;
  if (to === null || state !== "open") return [];
  const key = to.is === "person" ? "personId" : "mentorId";
  const open = await listOpenTasksOfKinds(tx, { schoolId, kinds: TELLING_KINDS, limit: LOOKED_THROUGH });
  return open
    .filter((other) => other.id !== id && isTelling(other.kind) && mayBeTold(factsOf(other)))
    .filter((other) => factsOf(other)[key] === to.id)
    .map((other) => ({
      id: other.id,
      kind: other.kind,
      news: String(factsOf(other).news ?? ""),
      openedAt: other.opened_at,
    }));
}
