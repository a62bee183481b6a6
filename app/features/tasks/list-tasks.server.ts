import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advisorsHadSince } from "~/steps/advisors-had-since";
import { factsOf, findTaskNames } from "~/steps/task-names.server";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listOpenTasks } from "~db/staff-tasks.server";
import { countWaiting } from "~db/waiting.server";

export const TASKS_PER_PAGE = 50;

/** A page of what waits for a person at the school, the longest waiting first, each with the names of whom it is about. */
export async function listTasks(wiring: Wiring, actor: Actor, { page }: { page: number }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const { tasks: count } = await countWaiting(tx, {
      schoolId,
      advisorsHadSince: advisorsHadSince(wiring.clock.now()),
    });
    const slice = pageSlice({ count, limit: TASKS_PER_PAGE, wanted: page });
    const tasks = await listOpenTasks(tx, { schoolId, ...slice });
    const namesIn = await findTaskNames(tx, { schoolId, districtId, tasks });
    return done({
      timeZone: school.time_zone,
      page: slice.page,
      pages: slice.pages,
      tasks: tasks.map((task) => ({
        id: task.id,
        kind: task.kind,
        subject: { noun: task.subject_noun, id: task.subject_id },
        facts: factsOf(task),
        names: namesIn(task),
        openedAt: task.opened_at,
      })),
    });
  });
}
