import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { meetGate } from "~/steps/gates.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool, getSettings, putSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/**
 * A coordinator says whether a request waits for the student's advisor first. Requests of before are not held up; once nobody is
 * asked any more, those that wait for an advisor are the coordinators'. A second click changes nothing and is not written down.
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
    if (!advisorEndorses) await letWaitingGoOn(tx, { actor, now });
    return done(null);
  });
}

/** More requests than ever wait at once. */
const MOST = 10_000;

async function letWaitingGoOn(tx: ScopeTx, { actor, now }: { actor: StaffActor; now: Date }): Promise<void> {
  const { schoolId, personId: by } = actor;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const requests = await listPursuits(tx, { schoolId, states: ["requested"], limit: MOST });
  for (const { pursuit_id: pursuitId, waits_for_advisor: isWaiting } of requests)
    if (isWaiting)
      await meetGate(tx, { actor, pursuitId, kind: ENDORSEMENT.kind, as: "waived", by, on, note: "", now });
}
