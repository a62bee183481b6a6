import type { KnownName } from "~/domain/conversation/names";
import { listAdvisorsOf } from "~db/advisories.server";
import { listPlacementMentors } from "~db/clearances.server";
import { findMentor } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { listStaff } from "~db/safeguarding-leads.server";
import type { ScopeTx } from "~db/scope.server";
import type { Sitter } from "~db/threads.server";

/** Somebody who belongs to the conversation about a pursuit on a day without having joined. */
export type Present = KnownName & Sitter;

/**
 * The student, the mentors of the placement who are not suspended, and the staff who read along: coordinators and the student's
 * advisors, or the admins of a school that has neither.
 */
export async function listPresent(tx: ScopeTx, pursuit: PursuitFacts, on: string): Promise<Present[]> {
  const student: Present = {
    role: "student",
    personId: pursuit.student_id,
    nameUsed: pursuit.student_name,
    fullName: pursuit.student_full_name,
  };
  return [student, ...(await mentorsOf(tx, pursuit)), ...(await staffOf(tx, pursuit, on))];
}

async function mentorsOf(tx: ScopeTx, pursuit: PursuitFacts): Promise<Present[]> {
  const { district_id: districtId, placement_id: placementId } = pursuit;
  const found: Present[] = [];
  for (const mentorId of await listPlacementMentors(tx, { districtId, placementId })) {
    const mentor = await findMentor(tx, { districtId, mentorId });
    if (mentor && mentor.suspended_at === null)
      found.push({ role: "mentor", mentorId, nameUsed: mentor.name_used, fullName: mentor.full_name });
  }
  return found;
}

async function staffOf(tx: ScopeTx, pursuit: PursuitFacts, on: string): Promise<Present[]> {
  const { school_id: schoolId, student_id: studentId } = pursuit;
  const staff = await listStaff(tx, { schoolId, on });
  const advisors = (await listAdvisorsOf(tx, { schoolId, studentId, on })).map(({ id }) => id);
  const looking = staff.filter(({ personId, role }) => role === "coordinator" || advisors.includes(personId));
  const reading = looking.length > 0 ? looking : staff.filter(({ role }) => role === "admin");
  return reading.map(({ personId, nameUsed, fullName }) => ({ role: "staff", personId, nameUsed, fullName }));
}
