import { civilDate } from "~/clock";
import { mayActForStudent } from "~/domain/acting/policy";
import type { StaffActor } from "~/domain/actor";
import { isInAdvisoryOf } from "~db/advisories.server";
import { findStudent } from "~db/people.server";
import { lockStudent } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface ActFor {
  actor: StaffActor;
  studentId: string;
  now: Date;
}

/** Locks a student for whom a member of staff records something: undefined for one whom they may not act for, or who has left. */
export async function lockStudentToActFor(tx: ScopeTx, { actor, studentId, now }: ActFor) {
  const { schoolId, personId: staffId } = actor;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const on = civilDate(now, timeZone);
  const inOwnAdvisory = await isInAdvisoryOf(tx, { schoolId, studentId, staffId, on });
  if (!mayActForStudent(actor, { inOwnAdvisory })) return undefined;
  if (!(await lockStudent(tx, { schoolId, studentId }))) return undefined;
  const student = await findStudent(tx, { schoolId, studentId });
  return student && !student.left_on ? student : undefined;
}
