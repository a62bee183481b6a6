import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { LAPSES_AFTER_DAYS, mentorsIn } from "~/domain/people/transfer";
import { addDays } from "~/domain/time";
import { atOtherSchool } from "~/steps/at-other-school.server";
import { inEachSchool } from "~/steps/each-school.server";
import { followRights } from "~/steps/follow-rights.server";
import { leaveSchool } from "~/steps/leave-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listMentorsApart } from "~db/forbidden-pairs.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { closeTasksOf, openTask } from "~db/staff-tasks.server";
import {
  answerTransfer,
  listDueTransfers,
  listUnansweredTransfers,
  lockTransferFrom,
  lockTransferTo,
  markStudentGone,
  type Transfer,
} from "~db/transfers.server";
import { bringPairs } from "./bring-pairs.server";

/**
 * Lets every student go whose last day before another school is over, as `leaveSchool` does, once; where an internship still runs
 * staff have a task, and it is tried again. A transfer that nobody has answered for long waits no more, and the old school has a task.
 * Each is a transaction of its own. Answers how many students left.
 */
export function carryOutTransfers(wiring: Wiring): Promise<number> {
  const now = wiring.clock.now();
  return inEachSchool(wiring, "transfers", async (actor) => {
    const { schoolId } = actor;
    const { on, due, late } = await withScope(wiring, actor, async (tx) => {
      const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
      const before = addDays(on, -LAPSES_AFTER_DAYS);
      const unanswered = await listUnansweredTransfers(tx, { schoolId, before });
      return { on, due: await listDueTransfers(tx, { schoolId, on }), late: unanswered };
    });
    const about = ({ id: transferId }: { id: string }) => ({ job: actor.job, schoolId, transferId });
    await withScope(wiring, actor, (tx) => followRights(tx, { actor, on, now }));
    const left = await oneByOne(wiring, due, { about, work: ({ id }) => letGo(wiring, actor, { id, now }) });
    await oneByOne(wiring, late, { about, work: ({ id }) => lapse(wiring, actor, { id, now }) });
    return left;
  });
}

interface Asked {
  id: string;
  now: Date;
}

/** The transfer is looked at again under its lock: it may have been taken back since the list was made. */
function letGo(wiring: Wiring, actor: SystemActor, { id: transferId, now }: Asked): Promise<number> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const transfer = await lockTransferFrom(tx, { schoolId, transferId });
    if (!transfer || transfer.left_at || transfer.taken_back_at || transfer.refused_at) return 0;
    const { student_id: studentId, last_day: lastDay } = transfer;
    await bringLatePairs(tx, actor, { transfer, now });
    const left = await leaveSchool(tx, wiring, { actor, studentId, lastDay, now });
    const dedupeKey = `leaving_waits:${transferId}`;
    if (left === "has_internship") {
      const subject = { noun: "student", id: studentId };
      await openTask(tx, { schoolId, kind: "leaving_waits", subject, props: { studentId }, dedupeKey, now });
      return 0;
    }
    await markStudentGone(tx, { schoolId, transferId, now });
    await closeTasksOf(tx, { schoolId, dedupeKey, note: "the student has left", now });
    return left === "left" ? 1 : 0;
  });
}

/** Whom the student was kept apart from since the new school received them. */
async function bringLatePairs(
  tx: ScopeTx,
  actor: SystemActor,
  { transfer, now }: { transfer: Transfer; now: Date },
): Promise<void> {
  const { id: nounId, student_id: studentId, to_school_id: schoolId, received_as: receivedAs } = transfer;
  if (receivedAs === null) return;
  const apart = await listMentorsApart(tx, { schoolId: actor.schoolId, studentId });
  if (apart.length === 0) return;
  const told = await atOtherSchool(tx, { from: actor, schoolId }, (there) =>
    bringPairs(tx, { there, studentId: receivedAs, apart, now }),
  );
  // An internship that holds the student up has this looked at again and again; the log has what was told, once.
  if (told.length === 0) return;
  const act = { actor, noun: "transfer", nounId, transition: "keep_apart", now };
  await recordAct(tx, { ...act, reason: `${studentId} ${schoolId}`, evidence: mentorsIn(told) });
}

/** The student may be at no school by now, and the old one was the last that knew of them: its staff ask. */
function lapse(wiring: Wiring, actor: SystemActor, { id: transferId, now }: Asked): Promise<number> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const transfer = await lockTransferTo(tx, { schoolId, transferId });
    if (!transfer || !(await answerTransfer(tx, { schoolId, transferId, answer: "lapsed", now }))) return 0;
    const act = { noun: "transfer", nounId: transferId, transition: "lapse", now };
    await recordAct(tx, { ...act, actor });
    const note = "nobody answered";
    await closeTasksOf(tx, { schoolId, dedupeKey: `receive_student:${transferId}`, note, now });
    const { from_school_id: fromSchoolId, student_id: studentId } = transfer;
    await atOtherSchool(tx, { from: actor, schoolId: fromSchoolId }, async (there) => {
      await recordAct(tx, { ...act, actor: there });
      await openTask(tx, {
        schoolId: fromSchoolId,
        kind: "transfer_lapsed",
        subject: { noun: "student", id: studentId },
        props: { studentId },
        dedupeKey: `transfer_lapsed:${transferId}`,
        now,
      });
    });
    return 1;
  });
}
