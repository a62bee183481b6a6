import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { PursuitState } from "~/domain/pursuit/lifecycle";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** Pursuits of the school in some states, the longest waiting first: the coordinator's queue. */
export async function listSchoolPursuits(wiring: Wiring, actor: Actor, input: { states: readonly PursuitState[] }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, actor.schoolId);
    const pursuits = await listPursuits(tx, { schoolId: actor.schoolId, states: input.states });
    return done({ pursuits, timeZone: school.time_zone });
  });
}
