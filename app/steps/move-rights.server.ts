import type { SystemActor } from "~/domain/actor";
import { holdsOwnRights } from "~/domain/consent/holder";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findStudentToTell, markRightsMoved } from "~db/own-rights.server";
import { lockStudent } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { askHoldersAnew } from "./ask-holders-anew.server";
import { tellOfOwnRights } from "./tell-of-own-rights.server";

interface Moving {
  actor: SystemActor;
  studentId: string;
  /** Today at the school. */
  on: string;
  now: Date;
}

/**
 * What a student's eighteenth birthday sets going, once: the family is asked no more, the student is asked anew for what goes on, and
 * both are told. What runs goes on meanwhile: it was right when it was agreed, and a no of the student stops it like any other.
 * False when it was done before, or the student is not 18.
 */
export async function moveRights(tx: ScopeTx, wiring: Wiring, { actor, studentId, on, now }: Moving): Promise<boolean> {
  const { schoolId } = actor;
  await lockStudent(tx, { schoolId, studentId });
  const student = await findStudentToTell(tx, { schoolId, studentId });
  if (!student || !holdsOwnRights(student.born_on, on)) return false;
  if (!(await markRightsMoved(tx, { schoolId, studentId, now }))) return false;
  await recordAct(tx, { actor, noun: "student", nounId: studentId, transition: "own_rights", now });
  await askHoldersAnew(tx, wiring, { actor, studentId, reason: "the student is 18", on, now });
  await tellOfOwnRights(tx, wiring, { schoolId, studentId, student, on, now });
  return true;
}
