import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { isInAdvisoryOf } from "~db/advisories.server";
import { findNamesOf, listPersonNames } from "~db/names-of.server";
import { findLanguageOf } from "~db/people.server";
import { lockStudent } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** A student of an advisor's own or covered advisory, by the names of today. */
export interface Advisee {
  studentId: string;
  fullName: string;
  nameUsed: string;
  /** The name that family and outsiders read. */
  outsideName: string;
  language: string;
  /** Of the school (IANA), and today there. */
  timeZone: string;
  today: string;
}

/**
 * Locks a student of the actor's advisory, own or covered today, so that what is agreed with them comes one after another; undefined
 * for every other student.
 */
export async function lockAdvisee(
  tx: ScopeTx,
  { actor, studentId, now }: { actor: StaffActor; studentId: string; now: Date },
): Promise<Advisee | undefined> {
  const { schoolId, personId: staffId } = actor;
  if (!(await lockStudent(tx, { schoolId, studentId }))) return undefined;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const today = civilDate(now, timeZone);
  if (!(await isInAdvisoryOf(tx, { schoolId, studentId, staffId, on: today }))) return undefined;
  return readAdvisee(tx, { schoolId, studentId, timeZone, today });
}

/** The same student for whoever has seen to it that they may ask. */
export async function readAdvisee(
  tx: ScopeTx,
  { schoolId, studentId, timeZone, today }: { schoolId: string; studentId: string; timeZone: string; today: string },
): Promise<Advisee | undefined> {
  const names = await findNamesOf(tx, { schoolId, personId: studentId });
  const [person] = await listPersonNames(tx, { schoolId, personIds: [studentId] });
  if (!names || !person) return undefined;
  return {
    ...{ studentId, timeZone, today },
    fullName: person.full_name,
    nameUsed: names.name_used,
    outsideName: names.outside_name,
    language: (await findLanguageOf(tx, { schoolId, personId: studentId })) ?? "en",
  };
}
