import type { Actor } from "~/domain/actor";
import { TELLING_KINDS } from "~/domain/notice/told";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Told } from "~/steps/find-told.server";
import { readTask, type TaskToTell } from "~/steps/read-task.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listOpenTasksOfKinds } from "~db/staff-tasks.server";
import { listCallsOf } from "~db/task-calls.server";

/** A list on paper that is longer is not worked through in a day; the longest waiting come first. */
const LONGEST_LIST = 100;

type LastCall = Awaited<ReturnType<typeof listCallsOf>>[number] | null;

/** Whom to reach, and all that they are to be told. */
export interface ToReach {
  to: Told;
  tasks: (TaskToTell & { lastCall: LastCall })[];
}

export interface CallList {
  people: ToReach[];
  school: { name: string; timeZone: string };
  at: string;
  /** How many tasks name nobody to call: somebody finds that out on the page of the matter. */
  unnamed: number;
  /** There are more than the list holds. */
  hasMore: boolean;
}

/**
 * Everybody whom no mail reaches, one by one, with numbers, language and what to say, for a list on paper. What does not hold any more
 * is left out. That somebody opened it stands in the log: it holds numbers of families and students.
 */
export async function openCallList(wiring: Wiring, actor: Actor): Promise<Outcome<CallList, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const limit = LONGEST_LIST + 1;
  const open = await withScope(wiring, actor, (tx) =>
    listOpenTasksOfKinds(tx, { schoolId, kinds: TELLING_KINDS, limit }),
  );
  const read: TaskToTell[] = [];
  // Each in a transaction of its own: what a task tells of is locked while it is asked whether it still holds.
  for (const { id } of open.slice(0, LONGEST_LIST)) {
    const task = await readTask(wiring, actor, id);
    if (task && task.state === "open" && task.wordless !== "untrue") read.push(task);
  }
  return withScope(wiring, actor, async (tx) => {
    const calls = await listCallsOf(tx, { schoolId, taskIds: read.map(({ id }) => id) });
    const people = new Map<string, ToReach>();
    for (const task of read) {
      if (task.to === null) continue;
      const entry = people.get(task.to.id) ?? { to: task.to, tasks: [] };
      entry.tasks.push({ ...task, lastCall: calls.find(({ task_id: id }) => id === task.id) ?? null });
      // A number is used with care as soon as one of the things to say asks for it.
      entry.to = { ...entry.to, numbers: entry.to.numbers.map((number) => careful(number, task)) };
      people.set(task.to.id, entry);
    }
    const now = wiring.clock.now();
    const evidence = `${people.size} people, ${read.length} tasks`;
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition: "open_call_list", evidence, now });
    const { name, time_zone: timeZone } = await getSchool(tx, schoolId);
    return done({
      people: [...people.values()],
      school: { name, timeZone },
      at: now.toISOString(),
      unnamed: read.filter(({ to }) => to === null).length,
      hasMore: open.length > LONGEST_LIST,
    });
  });
}

function careful(number: Told["numbers"][number], { to }: TaskToTell) {
  const isCareful = to?.numbers.some((one) => one.value === number.value && one.isCareful) ?? false;
  return isCareful ? { ...number, isCareful } : number;
}
