import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { getCurrentWeights, type StoredWeights } from "~db/match-weights.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** What counts how much at this school now, and who decided that. */
export async function openWeights(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<StoredWeights & { timeZone: string }, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, actor.schoolId);
    return done({ ...(await getCurrentWeights(tx, actor.schoolId)), timeZone });
  });
}
