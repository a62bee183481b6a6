import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { tellOfLeadChange } from "~/steps/tell-of-lead-change.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listLeadChanges, listStaff, stopLeadChange as stopChange } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * A lead or an admin stops a change of the leads that does not hold yet; but nobody keeps themselves a lead.
 */
export async function stopLeadChange(
  wiring: Wiring,
  actor: Actor,
  { personId }: { personId: string },
): Promise<Outcome<null, "not_permitted" | "nothing_waits" | "own_ending">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const self = (await listStaff(tx, { schoolId, on })).find((person) => person.personId === actor.personId);
    if (!self || !(self.isLead || self.role === "admin")) return refused("not_permitted");
    const changes = await listLeadChanges(tx, { schoolId, since: on });
    const waiting = changes.find((change) => change.personId === personId && change.on > on);
    if (!waiting) return refused("nothing_waits");
    if (waiting.change === "end" && personId === actor.personId) return refused("own_ending");
    await stopChange(tx, { schoolId, personId, on });
    await recordAct(tx, { actor, noun: "safeguarding_lead", nounId: personId, transition: "stop_change", now });
    const event = waiting.change === "name" ? ("stop_name" as const) : ("stop_end" as const);
    await tellOfLeadChange(tx, wiring, { actor, personId, event, holdsOn: on, on, now });
    return done(null);
  });
}
