import { isWithoutSchool } from "~/domain/meeting/without-school";
import { done, type Outcome, refused } from "~/domain/outcome";
import {
  findVisitTimeFault,
  type VisitHours,
  type VisitTime,
  type VisitTimeFault,
  visitTime,
} from "~/domain/visit/when";
import { findCalendar } from "~db/lti-calendar.server";
import type { ScopeTx } from "~db/scope.server";
import { isStudentBusy } from "~db/visits.server";
import type { Advisee } from "./lock-advisee.server";

export type MeetingTimeRefusal = VisitTimeFault | "student_busy" | "no_school";

interface Asked {
  schoolId: string;
  student: Advisee;
  hours: VisitHours;
  /** The advisor has read that there is no school on that day, and means it. */
  isMeant: boolean;
  now: Date;
}

/** The instants of a meeting, unless they make no sense, the student is at a visit then, or nobody expects school on that day. */
export async function readMeetingTime(
  tx: ScopeTx,
  { schoolId, student, hours, isMeant, now }: Asked,
): Promise<Outcome<VisitTime, MeetingTimeRefusal>> {
  const { studentId, timeZone } = student;
  const time = visitTime(hours, timeZone);
  const fault = findVisitTimeFault(time, now.toISOString());
  if (fault) return refused(fault);
  if (await isStudentBusy(tx, { schoolId, studentId, ...time, exceptVisit: null })) return refused("student_busy");
  const term = await findCalendar(tx, { schoolId, on: hours.day });
  return isWithoutSchool(hours.day, term) && !isMeant ? refused("no_school") : done(time);
}
