import { done, type Outcome, refused } from "~/domain/outcome";
import {
  findVisitTimeFault,
  type VisitHours,
  type VisitTime,
  type VisitTimeFault,
  visitTime,
} from "~/domain/visit/when";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { isStudentBusy } from "~db/visits.server";

/** The states of a pursuit in which the host may know of the student. */
export const HOST_KNOWS: readonly string[] = ["contacted", "offered", "accepted"];

export type VisitTimeRefusal = VisitTimeFault | "student_busy";

interface Asked {
  schoolId: string;
  studentId: string;
  hours: VisitHours;
  /** The visit itself, where one is moved. */
  visitId: string | null;
  now: Date;
}

/** The instants of a visit, unless they make no sense or the student is at another visit then. */
export async function readVisitTime(
  tx: ScopeTx,
  { schoolId, studentId, hours, visitId, now }: Asked,
): Promise<Outcome<VisitTime, VisitTimeRefusal> & { startsMs: number }> {
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const time = visitTime(hours, timeZone);
  const startsMs = new Date(time.startsAt).getTime();
  const fault = findVisitTimeFault(time, now.toISOString());
  if (fault) return { ...refused(fault), startsMs };
  const isBusy = await isStudentBusy(tx, { schoolId, studentId, ...time, exceptVisit: visitId });
  return { ...(isBusy ? refused("student_busy") : done(time)), startsMs };
}
