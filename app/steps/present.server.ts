import { mentorSeat } from "~/domain/conversation/mentor-seat";
import type { KnownName } from "~/domain/conversation/names";
import { listAdvisorsOf } from "~db/advisories.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { listStaff } from "~db/safeguarding-leads.server";
import type { ScopeTx } from "~db/scope.server";
import { listThreadMentors, listThreadsOfMentor } from "~db/thread-mentors.server";
import type { Sitter } from "~db/threads.server";

/** Somebody who belongs to the conversation about a pursuit on a day without having joined. */
export type Present = KnownName & Sitter;

/**
 * The student, the mentors of the placement who have a seat, and the staff who read along: coordinators and the student's
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

/** The mentors whom the placement names, each with what keeps them out of the conversation, or `seated`. */
export async function listNamedMentors(tx: ScopeTx, { school_id: schoolId, pursuit_id: pursuitId }: PursuitFacts) {
  return (await listThreadMentors(tx, { schoolId, pursuitId })).map((row) => ({
    ...{ mentorId: row.id, nameUsed: row.name_used, fullName: row.full_name },
    seat: seatOf(row),
  }));
}

/** In which of several pursuits a mentor has a seat. */
export async function listSeatedPursuits(
  tx: ScopeTx,
  asked: { schoolId: string; mentorId: string; pursuitIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await listThreadsOfMentor(tx, asked);
  return new Set(rows.flatMap((row) => (seatOf(row) === "seated" ? [row.pursuit_id] : [])));
}

const seatOf = (
  row: Pick<Awaited<ReturnType<typeof listThreadMentors>>[number], "suspended_at" | "is_read" | "is_apart">,
) => mentorSeat({ isSuspended: row.suspended_at !== null, isRead: row.is_read, isApart: Boolean(row.is_apart) });

/** Whom the host named and nobody of the school has read yet. */
export async function listUnread(tx: ScopeTx, pursuit: PursuitFacts) {
  return (await listNamedMentors(tx, pursuit)).filter(({ seat }) => seat === "unread");
}

async function mentorsOf(tx: ScopeTx, pursuit: PursuitFacts): Promise<Present[]> {
  const seated = (await listNamedMentors(tx, pursuit)).filter(({ seat }) => seat === "seated");
  return seated.map(({ mentorId, nameUsed, fullName }) => ({ role: "mentor", mentorId, nameUsed, fullName }));
}

async function staffOf(tx: ScopeTx, pursuit: PursuitFacts, on: string): Promise<Present[]> {
  const { school_id: schoolId, student_id: studentId } = pursuit;
  const staff = await listStaff(tx, { schoolId, on });
  const advisors = (await listAdvisorsOf(tx, { schoolId, studentId, on })).map(({ id }) => id);
  const looking = staff.filter(({ personId, role }) => role === "coordinator" || advisors.includes(personId));
  const reading = looking.length > 0 ? looking : staff.filter(({ role }) => role === "admin");
  return reading.map(({ personId, nameUsed, fullName }) => ({ role: "staff", personId, nameUsed, fullName }));
}
