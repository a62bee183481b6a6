import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listOpenTasks } from "~db/staff-tasks.server";

/** What waits for a person at the school, the longest waiting first. */
export async function listTasks(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, actor.schoolId);
    return done({ tasks: await listOpenTasks(tx, { schoolId: actor.schoolId }), timeZone: school.time_zone });
  });
}
