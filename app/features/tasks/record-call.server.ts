import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type CallOutcome, endsWhenTold, SAME_CALL_MS, type TellingChannel } from "~/domain/notice/call";
import { isTelling } from "~/domain/notice/told";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { factsOf } from "~/steps/task-names.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import type { StaffTask } from "~db/staff-tasks.server";
import { insertCall } from "~db/task-calls.server";
import { endTask, openTaskOf } from "./close-task.server";

export interface Call {
  taskId: string;
  channel: TellingChannel;
  outcome: CallOutcome;
  /** When somebody tries again; kept only where nobody was reached. */
  nextOn: string | null;
  interpreter: string;
  note: string;
  /** What else the same person heard in the same call. */
  alsoTold: readonly string[];
}

export type RecordCallRefusal = "not_permitted" | "not_found" | "already_closed" | "next_in_the_past";

/**
 * Notes a try to reach somebody: who, when, how and what came of it. Whoever was reached has been told, and the task is done, as is
 * what else they heard in the same call; one that waits for an answer stays. Answers how many are done.
 */
export async function recordCall(
  wiring: Wiring,
  actor: Actor,
  call: Call,
): Promise<Outcome<{ closed: number }, RecordCallRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, personId: by } = actor;
  const { taskId, channel, outcome, interpreter } = call;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const isReached = outcome === "reached";
    // All in one order, so that two who close the same ones do not wait for each other.
    const ids = [...new Set([taskId, ...(isReached ? call.alsoTold : [])])].sort();
    const found = new Map<string, Awaited<ReturnType<typeof openTaskOf>>>();
    for (const id of ids) found.set(id, await openTaskOf(tx, { schoolId, taskId: id }));
    const main = found.get(taskId);
    if (!main?.ok) return main ?? refused("not_found");
    const task = main.value;
    if (!isTelling(task.kind)) return refused("not_found");
    const nextOn = isReached ? null : call.nextOn;
    if (nextOn !== null && nextOn < civilDate(now, (await getSchool(tx, schoolId)).time_zone))
      return refused("next_in_the_past");
    const others = [...found.values()].flatMap((other) => (other.ok && other !== main ? [other.value] : []));
    const tasks = [task, ...others.filter((other) => isToSame(other, task))];
    const unlessSince = new Date(now.getTime() - SAME_CALL_MS);
    let closed = 0;
    for (const told of tasks) {
      const isNew = await insertCall(tx, { schoolId, taskId: told.id, by, channel, outcome, nextOn, now, unlessSince });
      const how = { channel, interpreter, language: String(factsOf(told).language ?? "") || null };
      if (isReached && endsWhenTold(told.kind)) {
        await endTask(tx, actor, { task: told, outcome: "done", note: call.note.trim(), now, how });
        closed += 1;
      } else if (isNew)
        await recordAct(tx, { actor, noun: "task", nounId: told.id, transition: "call", reason: outcome, now, ...how });
    }
    return done({ closed });
  });
}

const RECIPIENTS = ["personId", "mentorId"] as const;

function isToSame(one: StaffTask, other: StaffTask): boolean {
  return (
    isTelling(one.kind) &&
    RECIPIENTS.some((key) => Boolean(factsOf(one)[key]) && factsOf(one)[key] === factsOf(other)[key])
  );
}
