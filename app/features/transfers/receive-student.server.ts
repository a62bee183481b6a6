import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { answerOf, mentorsIn } from "~/domain/people/transfer";
import { atOtherSchool } from "~/steps/at-other-school.server";
import { enterStudent } from "~/steps/enter-student.server";
import { type GoesAlong, readGoingAlong } from "~/steps/goes-along.server";
import { tellOfArrival } from "~/steps/tell-of-transfer.server";
import type { Wiring } from "~/wiring";
import { listAdvisories } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import { findStudentByNumber, lockPeople, updateNames } from "~db/person-changes.server";
import { listNamesakes } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { answerTransfer, lockTransferTo, type Transfer } from "~db/transfers.server";
import { bringGuardian, letInBy, namesOf } from "./bring-family.server";
import { bringPairs } from "./bring-pairs.server";

export type ReceiveRefusal =
  | "not_permitted"
  | "not_found"
  | "answered_already"
  | "number_taken"
  | "known_already"
  | "no_advisory";

interface Arrival {
  transferId: string;
  grade: number;
  /** The school's own, where it has given one. */
  studentNumber: string | null;
  advisoryId: string | null;
  /** Staff have looked at whoever has the same name, and this is somebody else. */
  isAnother: boolean;
}

/**
 * Receives a student who comes from another school of the district, from the first day on: the people come along, each by the mailbox
 * that let them in before, and nothing of what they did. Adults come without rights; staff decide each. Once, whoever presses it and
 * however often, and not after it was taken back. Both schools' logs have it.
 */
export async function receiveStudent(
  wiring: Wiring,
  actor: Actor,
  arrival: Arrival,
): Promise<Outcome<{ personId: string }, ReceiveRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { transferId, studentNumber, advisoryId } = arrival;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockPeople(tx, { schoolId });
    const transfer = await lockTransferTo(tx, { schoolId, transferId });
    if (!transfer) return refused("not_found");
    if (answerOf(transfer) !== null) return refused("answered_already");
    const owner = studentNumber && (await findStudentByNumber(tx, { schoolId, studentNumber }));
    if (owner) return refused("number_taken", { name: owner.full_name });
    const advisories = await listAdvisories(tx, { schoolId });
    if (advisoryId && !advisories.some(({ id }) => id === advisoryId)) return refused("no_advisory");
    const fullName = transfer.student_name;
    const [namesake] = arrival.isAnother ? [] : await listNamesakes(tx, { schoolId, fullName, bornOn: null });
    if (namesake) return refused("known_already", { name: namesake.full_name });
    const along = await fetchAlong(tx, { actor, transfer, now });
    if (!along) return refused("not_found");
    const personId = await bringIn(tx, wiring, { actor, transfer, along, arrival, now });
    return done({ personId });
  });
}

/** Looks at the school that the student leaves, which notes what was disclosed to whom. */
function fetchAlong(
  tx: ScopeTx,
  { actor, transfer, now }: { actor: StaffActor; transfer: Transfer; now: Date },
): Promise<GoesAlong | undefined> {
  const { from_school_id: schoolId, student_id: studentId, first_day: firstDay, id: nounId } = transfer;
  return atOtherSchool(tx, { from: actor, schoolId }, async (there) => {
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const along = await readGoingAlong(tx, { schoolId, studentId, firstDay, on });
    const reason = `${studentId} ${actor.schoolId}`;
    const act = { actor: there, noun: "transfer", nounId, transition: "receive", reason, now };
    await recordAct(tx, { ...act, evidence: mentorsIn(along?.apart ?? []) });
    return along;
  });
}

interface BringingIn {
  actor: StaffActor;
  transfer: Transfer;
  along: GoesAlong;
  arrival: Arrival;
  now: Date;
}

async function bringIn(tx: ScopeTx, wiring: Wiring, bringing: BringingIn): Promise<string> {
  const { actor, transfer, along, arrival, now } = bringing;
  const { schoolId } = actor;
  const { id: transferId, first_day: firstDay } = transfer;
  const { bornOn, spoken: languages, isOptedOut: directoryOptOut, fullName, nameUsed, language } = along.student;
  const { grade, studentNumber, advisoryId } = arrival;
  const names = { fullName, nameUsed, bornOn, language, languages, directoryOptOut };
  const student = { ...names, grade, studentNumber, advisoryId, areaId: null };
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const personId = await enterStudent(tx, { actor, student, from: firstDay, timeZone, now });
  await updateNames(tx, { schoolId, personId, names: namesOf(along.student) });
  await letInBy(tx, { actor, personId, as: "student", on: firstDay, now }, along.student);
  const family: { personId: string; mail: string | null }[] = [];
  for (const adult of along.family) {
    const guardianId = await bringGuardian(tx, { actor, studentId: personId, firstDay, now }, adult);
    family.push({ personId: guardianId, mail: adult.mails[0] ?? null });
  }
  await bringPairs(tx, { there: actor, studentId: personId, apart: along.apart, now });
  await answerTransfer(tx, { schoolId, transferId, answer: "received", receivedAs: personId, now });
  await recordAct(tx, { actor, noun: "transfer", nounId: transferId, transition: "receive", reason: personId, now });
  const note = "the student is received";
  await closeTasksOf(tx, { schoolId, dedupeKey: `receive_student:${transferId}`, note, now });
  const move = { otherSchool: (await getSchool(tx, transfer.from_school_id)).name, firstDay };
  await tellOfArrival(tx, wiring, { schoolId, transferId, studentId: personId, family, move, now });
  return personId;
}
