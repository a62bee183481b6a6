import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { listProfiled } from "~db/interest-sittings.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

const SHOWN = ["suggested", "requested", "approved", "contacted", "offered", "accepted"];
/** More than the live pursuits of all students of an advisory and of those covered with it. */
const MOST = 2000;

/** An advisor's students, own and covered, one line each with what goes on. */
export async function openAdvisory(wiring: Wiring, actor: StaffActor) {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const students = await listAdvisoryStudents(tx, { schoolId, staffId: actor.personId, on });
    const studentIds = students.map((student) => student.student_id);
    const pursuits =
      studentIds.length === 0 ? [] : await listPursuits(tx, { schoolId, studentIds, states: SHOWN, limit: MOST });
    const profiled = new Map(
      (await listProfiled(tx, { schoolId, studentIds })).map((row) => [row.studentId, row.forAdvisor]),
    );
    return students.map((student) => ({
      id: student.student_id,
      name: student.full_name,
      advisory: student.advisory_name,
      /** Whether there is a profile from the cards, and whether the student shows it. */
      profile: profiled.has(student.student_id) ? (profiled.get(student.student_id) ? "shared" : "kept") : "none",
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
