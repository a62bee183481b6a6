import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { enterStudent } from "~/steps/enter-student.server";
import { reachPerson } from "~/steps/reach-person.server";
import type { Wiring } from "~/wiring";
import { listAdvisories } from "~db/advisories.server";
import { findStudentByNumber, lockPeople } from "~db/person-changes.server";
import { listNamesakes } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface NewStudent {
  fullName: string;
  nameUsed: string;
  bornOn: string | null;
  grade: number;
  studentNumber: string | null;
  language: string;
  directoryOptOut: boolean;
  advisoryId: string | null;
  mail: string | null;
  /** Staff have looked at whoever has the same name, and this is somebody else. */
  isAnother: boolean;
}

export type AddStudentRefusal = "not_permitted" | "number_taken" | "known_already" | "no_advisory";

/** Adds a student of the school by hand. Somebody of the same name, and of the same birthday where both are known, has to be looked at first. */
export async function addStudent(
  wiring: Wiring,
  actor: Actor,
  student: NewStudent,
): Promise<Outcome<{ personId: string }, AddStudentRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockPeople(tx, { schoolId });
    const { studentNumber, fullName, bornOn, language, advisoryId } = student;
    const owner = studentNumber && (await findStudentByNumber(tx, { schoolId, studentNumber }));
    if (owner) return refused("number_taken", { name: owner.full_name });
    const [namesake] = student.isAnother ? [] : await listNamesakes(tx, { schoolId, fullName, bornOn });
    if (namesake) return refused("known_already", { name: namesake.full_name });
    const advisories = await listAdvisories(tx, { schoolId });
    if (advisoryId && !advisories.some(({ id }) => id === advisoryId)) return refused("no_advisory");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const { nameUsed, grade, directoryOptOut } = student;
    const languages = [...new Set(["en", language])];
    const names = { fullName, nameUsed, bornOn, language, languages };
    const facts = { grade, studentNumber, directoryOptOut, advisoryId, areaId: null };
    const personId = await enterStudent(tx, { actor, student: { ...names, ...facts }, timeZone, now });
    const on = civilDate(now, timeZone);
    const contact = { actor, personId, isShared: false, letsIn: true, language, on, now };
    if (student.mail) await reachPerson(tx, { ...contact, kind: "mail", value: student.mail });
    return done({ personId });
  });
}
