import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { listAdvisories } from "~db/advisories.server";
import { listNamesakes } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listArrivals as listRows } from "~db/transfers.server";

/** Who comes to the school from another one of the district and waits to be received: by name, day and old school, and no more. */
export async function listArrivals(wiring: Wiring, actor: Actor) {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const arrivals = [];
    for (const row of await listRows(tx, { schoolId })) {
      const namesakes = await listNamesakes(tx, { schoolId, fullName: row.student_name, bornOn: null });
      arrivals.push({
        id: row.id,
        name: row.student_name,
        firstDay: row.first_day,
        fromSchool: row.from_school,
        help: { name: row.help_name, phone: row.help_phone },
        asksFirst: row.asks_first,
        namesakes: namesakes.map(({ id, full_name: name }) => ({ id, name })),
      });
    }
    const advisories = await listAdvisories(tx, { schoolId });
    return done({
      arrivals,
      today: civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone),
      advisories: advisories.map(({ id, name, advisor_name: advisor }) => ({ id, name, advisor })),
    });
  });
}
