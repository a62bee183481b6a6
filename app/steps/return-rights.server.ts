import type { SystemActor } from "~/domain/actor";
import { holdsOwnRights } from "~/domain/consent/holder";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { clearRightsMoved, findStudentToTell, listFamilyWithRights } from "~db/own-rights.server";
import { lockStudent } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf, listOpenTaskKeys, openTask } from "~db/staff-tasks.server";
import { askHoldersAnew } from "./ask-holders-anew.server";
import { toldByStaff } from "./tell-of-own-rights.server";

interface Returning {
  actor: SystemActor;
  studentId: string;
  /** Today at the school. */
  on: string;
  now: Date;
}

/**
 * Takes back what a birthday that was written down wrong has set going: the family is asked again, staff tell everybody who read that
 * the student is 18, and on the true birthday the rights move as if nothing had been. False when there is nothing to take back.
 */
export async function returnRights(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, studentId, on, now }: Returning,
): Promise<boolean> {
  const { schoolId } = actor;
  await lockStudent(tx, { schoolId, studentId });
  const student = await findStudentToTell(tx, { schoolId, studentId });
  if (!student || holdsOwnRights(student.born_on, on)) return false;
  if (!(await clearRightsMoved(tx, { schoolId, studentId }))) return false;
  await recordAct(tx, { actor, noun: "student", nounId: studentId, transition: "rights_returned", now });
  await askHoldersAnew(tx, wiring, { actor, studentId, reason: "the student is not 18", on, now });
  const family = await listFamilyWithRights(tx, { schoolId, studentId, on });
  const readers = [
    { personId: studentId, language: student.language },
    ...family.map(({ guardian_id: personId, language }) => ({ personId, language })),
  ];
  await askStaffToTell(tx, { schoolId, studentId, readers, now });
  return true;
}

interface Telling {
  schoolId: string;
  studentId: string;
  readers: readonly { personId: string; language: string }[];
  now: Date;
}

/** Whom staff were still to tell of the eighteenth birthday hears nothing. The tasks know ids and no names of people. */
async function askStaffToTell(tx: ScopeTx, { schoolId, studentId, readers, now }: Telling): Promise<void> {
  const about = { schoolId, kind: "tell_family", subject: { noun: "student", id: studentId } } as const;
  const untold = await listOpenTaskKeys(tx, about);
  for (const { personId, language } of readers) {
    const dedupeKey = toldByStaff({ studentId, personId });
    if (untold.includes(dedupeKey)) await closeTasksOf(tx, { schoolId, dedupeKey, note: "the student is not 18", now });
    else
      await openTask(tx, {
        ...about,
        props: { personId, studentId, language, news: "rights_returned" },
        dedupeKey: `tell_family:rights_returned:${studentId}:${personId}`,
        now,
      });
  }
}
