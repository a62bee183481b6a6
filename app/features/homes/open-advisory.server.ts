import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

const SHOWN = ["suggested", "requested", "approved", "contacted", "offered", "accepted"];

/** An advisor's students, own and covered, one line each with what goes on. */
export async function openAdvisory(wiring: Wiring, actor: StaffActor) {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const students = await listAdvisoryStudents(tx, { schoolId, staffId: actor.personId, on });
    const pursuits = await listPursuits(tx, { schoolId, states: SHOWN, limit: 2000 });
    return students.map((student) => ({
      id: student.student_id,
      name: student.full_name,
      advisory: student.advisory_name,
      pursuits: pursuits
        .filter((pursuit) => pursuit.student_id === student.student_id)
        .map((pursuit) => ({
          id: pursuit.pursuit_id,
          title: pursuit.title,
          organisation: pursuit.organisation_name,
          state: pursuit.state,
        })),
    }));
  });
}
