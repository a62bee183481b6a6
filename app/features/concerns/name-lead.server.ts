import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { daysUntilItHolds, type LeadChange } from "~/domain/concern/lead-change";
import { mayNameLeads } from "~/domain/concern/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { tellOfLeadChange } from "~/steps/tell-of-lead-change.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { endLead, insertLead, listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

type LeadRefusal = "not_permitted" | "not_found";
type Changed = Outcome<{ holds: "now" | "later" }, LeadRefusal>;

/** An admin names somebody of the staff a safeguarding lead: from today on, or, naming themselves, after the other leads could object. */
export function nameLead(wiring: Wiring, actor: Actor, input: { personId: string }): Promise<Changed> {
  return changeLead(wiring, actor, { ...input, change: "name" });
}

/** An admin says that somebody will be no safeguarding lead any more, after all leads could object. */
export function unnameLead(wiring: Wiring, actor: Actor, input: { personId: string }): Promise<Changed> {
  return changeLead(wiring, actor, { ...input, change: "end" });
}

async function changeLead(
  wiring: Wiring,
  actor: Actor,
  { personId, change }: { personId: string; change: LeadChange },
): Promise<Changed> {
  if (actor.kind !== "staff" || !mayNameLeads(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const on = civilDate(now, timeZone);
    const staff = await listStaff(tx, { schoolId, on });
    const isStaff = staff.some((person) => person.personId === personId);
    if (change === "name" && !isStaff) return refused("not_found");
    const isOwn = personId === actor.personId;
    const days = daysUntilItHolds({ change, isOwn, leads: staff.filter(({ isLead }) => isLead).length });
    const holdsOn = civilDate(daysLater(now, days), timeZone);
    const write = change === "name" ? insertLead : endLead;
    if (await write(tx, { schoolId, personId, on, holdsOn })) {
      await recordAct(tx, { actor, noun: "safeguarding_lead", nounId: personId, transition: change, now });
      await tellOfLeadChange(tx, wiring, { actor, personId, event: change, holdsOn, on, now });
    } else if (!isStaff) return refused("not_found");
    return done({ holds: days === 0 ? "now" : "later" });
  });
}
