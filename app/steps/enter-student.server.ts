import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { addDays } from "~/domain/time";
import { placeInAdvisory } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import { insertPerson, insertStudent } from "~db/person-changes.server";
import type { ScopeTx } from "~db/scope.server";

interface Entry {
  actor: StaffActor | SystemActor;
  student: {
    fullName: string;
    nameUsed: string;
    bornOn: string | null;
    grade: number;
    studentNumber: string | null;
    language: string;
    languages: readonly string[];
    directoryOptOut: boolean;
    /** Of this school. */
    advisoryId: string | null;
    /** Of this district. */
    areaId: string | null;
  };
  /** The first day; today where it is left out. */
  from?: string;
  timeZone: string;
  now: Date;
}

/** Writes down a student whom the school did not have, from a day on; answers their id. Whoever calls it has made sure that nobody is there twice. */
export async function enterStudent(tx: ScopeTx, { actor, student, from, timeZone, now }: Entry): Promise<string> {
  const { schoolId, districtId } = actor;
  const { fullName, nameUsed, language, bornOn, advisoryId, ...facts } = student;
  const on = from ?? civilDate(now, timeZone);
  const personId = await insertPerson(tx, { schoolId, fullName, nameUsed, language, bornOn });
  await insertStudent(tx, { schoolId, districtId, personId, ...facts, on });
  if (advisoryId)
    await placeInAdvisory(tx, { schoolId, studentId: personId, advisoryId, on, dayBefore: addDays(on, -1) });
  await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "add_student", now });
  return personId;
}
