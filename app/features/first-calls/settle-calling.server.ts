import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getSettings, putSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * A coordinator says whether students of the school call hosts at all. What was noted before stays. A second click changes nothing
 * and is not written down.
 */
export async function settleCalling(
  wiring: Wiring,
  actor: Actor,
  { calling }: { calling: "on" | "off" },
): Promise<Outcome<null, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const firstCalls = calling === "on";
  return withScope(wiring, actor, async (tx) => {
    if ((await getSettings(tx, schoolId)).firstCalls === firstCalls) return done(null);
    await putSettings(tx, { schoolId, settings: { firstCalls } });
    const transition = firstCalls ? "allow_first_calls" : "stop_first_calls";
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition, now: wiring.clock.now() });
    return done(null);
  });
}
