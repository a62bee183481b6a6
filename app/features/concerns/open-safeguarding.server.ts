import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayNameLeads } from "~/domain/concern/policy";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listLeadChanges, listStaff } from "~db/safeguarding-leads.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The page on which an admin says who the safeguarding leads are and whom to call in danger. */
export async function openSafeguarding(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayNameLeads(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const { emergencyNumbers, concernMinutes } = await getSettings(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const waiting = (await listLeadChanges(tx, { schoolId, since: on })).filter((change) => change.on > on);
    const staff = (await listStaff(tx, { schoolId, on })).map((person) => {
      const change = waiting.find(({ personId }) => personId === person.personId);
      return {
        ...person,
        beginsOn: change?.change === "name" ? change.on : null,
        endsOn: change?.change === "end" ? change.on : null,
      };
    });
    return done({ schoolName: school.name, staff, emergencyNumbers, concernMinutes });
  });
}
