import type { StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listComingVisits } from "~db/visits.server";

const WITH_VISITS = ["contacted", "offered", "accepted"];

/** A student's own interviews and shadow days that have a day and are not over, the next one first. */
export async function listOwnVisits(wiring: Wiring, actor: StudentActor) {
  const { schoolId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const pursuits = await listPursuits(tx, { schoolId, studentId, states: WITH_VISITS });
    // Nobody goes to a place that is paused.
    const going = new Map(
      pursuits.filter(({ mentor_suspended_at }) => mentor_suspended_at === null).map((row) => [row.pursuit_id, row]),
    );
    const now = wiring.clock.now();
    const visits = await listComingVisits(tx, { schoolId, pursuitIds: [...going.keys()], states: ["dated"], now });
    return {
      timeZone: school.time_zone,
      visits: visits.map(({ pursuit_id: pursuitId, ...visit }) => ({
        ...visit,
        pursuitId,
        title: going.get(pursuitId)?.title ?? "",
        organisation: going.get(pursuitId)?.organisation_name ?? "",
      })),
    };
  });
}
