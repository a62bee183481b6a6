import type { SystemActor } from "~/domain/actor";
import { holdsOwnRights } from "~/domain/consent/holder";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findStudentToTell, listFamilyConsents, markRightsMoved } from "~db/own-rights.server";
import { listPursuits, lockStudent } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { askForConsent } from "./ask-for-consent.server";
import { tellOfOwnRights } from "./tell-of-own-rights.server";

interface Moving {
  actor: SystemActor;
  studentId: string;
  /** Today at the school. */
  on: string;
  now: Date;
}

/** Purposes that hold something back while nobody has said yes, with the states of a pursuit that need them. */
const ASKED = [
  { purpose: "looking", states: ["approved", "contacted", "offered"] },
  { purpose: "participate", states: ["approved", "contacted", "offered", "accepted"] },
] as const;

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
  await askStudentInstead(tx, wiring, { actor, studentId, on, now });
  await tellOfOwnRights(tx, wiring, { schoolId, studentId, student, on, now });
  return true;
}

async function askStudentInstead(tx: ScopeTx, wiring: Wiring, { actor, studentId, now }: Moving): Promise<void> {
  const { schoolId } = actor;
  const ofFamily = await listFamilyConsents(tx, { schoolId, studentId });
  for (const { id } of ofFamily.filter(({ state }) => state === "requested")) {
    const act = { reason: "the student is 18" };
    await advance(tx, { actor, noun: "consent", id, move: "supersede", met: [], notices: {}, act, now });
    await closeTasksOf(tx, { schoolId, dedupeKey: `interpreter_consent:${id}`, note: "the student is 18", now });
  }
  for (const { purpose, states } of ASKED)
    for (const pursuit of await listPursuits(tx, { schoolId, studentId, states })) {
      const pursuitId = purpose === "participate" ? pursuit.pursuit_id : null;
      if (ofFamily.some((one) => one.purpose === purpose && one.pursuit_id === pursuitId))
        await askForConsent(tx, wiring, { actor, pursuit, purpose, now });
    }
}
