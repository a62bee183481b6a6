import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { letRequestsGoOn } from "~/steps/let-requests-go-on.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getSchool, getSettings, putSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * A coordinator says whether a request waits for the student's advisor first. Requests of before are not held up; once nobody is
 * asked any more, those that wait for an advisor are the coordinators', also one that is sent in that moment. A second click changes nothing and is not written down.
 */
export async function settleEndorsing(
  wiring: Wiring,
  actor: Actor,
  { endorsing }: { endorsing: "on" | "off" },
): Promise<Outcome<null, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const advisorEndorses = endorsing === "on";
  return withScope(wiring, actor, async (tx) => {
    if ((await getSettings(tx, schoolId)).advisorEndorses === advisorEndorses) return done(null);
    await putSettings(tx, { schoolId, settings: { advisorEndorses } });
    const transition = advisorEndorses ? "ask_advisors" : "ask_no_advisors";
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition, now });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (!advisorEndorses) await letRequestsGoOn(tx, { actor, on, now });
    return done(null);
  });
}
