import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayNameLeads } from "~/domain/concern/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { endLead, insertLead, listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

type LeadRefusal = "not_permitted" | "not_found";

/** An admin names somebody of the staff a safeguarding lead, from now on. */
export function nameLead(
  wiring: Wiring,
  actor: Actor,
  input: { personId: string },
): Promise<Outcome<null, LeadRefusal>> {
  return changeLead(wiring, actor, { ...input, transition: "name" });
}

/** An admin says that somebody is no safeguarding lead any more. At once they read no report. */
export function unnameLead(
  wiring: Wiring,
  actor: Actor,
  input: { personId: string },
): Promise<Outcome<null, LeadRefusal>> {
  return changeLead(wiring, actor, { ...input, transition: "end" });
}

async function changeLead(
  wiring: Wiring,
  actor: Actor,
  { personId, transition }: { personId: string; transition: "name" | "end" },
): Promise<Outcome<null, LeadRefusal>> {
  if (actor.kind !== "staff" || !mayNameLeads(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const isStaff = (await listStaff(tx, { schoolId, on })).some((person) => person.personId === personId);
    if (transition === "name" && !isStaff) return refused("not_found");
    const change = transition === "name" ? insertLead : endLead;
    if (await change(tx, { schoolId, personId, on }))
      await recordAct(tx, { actor, noun: "safeguarding_lead", nounId: personId, transition, now });
    else if (!isStaff) return refused("not_found");
    return done(null);
  });
}
