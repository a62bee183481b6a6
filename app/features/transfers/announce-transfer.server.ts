import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { hasEnded } from "~/domain/people/has-ended";
import { mayKeepPeople } from "~/domain/people/policy";
import { answerOf, daysFault } from "~/domain/people/transfer";
import { atOtherSchool } from "~/steps/at-other-school.server";
import { readGoingAlong } from "~/steps/goes-along.server";
import { tellOfTransfer } from "~/steps/tell-of-transfer.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listDistrictSchools } from "~db/offered-listings.server";
import { findPerson } from "~db/person-page.server";
import { lockStudent } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { insertTransfer, lockTransfersOf } from "~db/transfers.server";

export type AnnounceRefusal =
  | "not_permitted"
  | "not_found"
  | "no_school"
  | "announced_already"
  | "received_already"
  | "days_crossed"
  | "day_far";

interface Announcement {
  studentId: string;
  toSchoolId: string;
  /** The last one here; of somebody who has left it is known. */
  lastDay: string;
  firstDay: string;
}

/**
 * Says that a student goes to another school of the district. That school hears of it at once, and nothing of the student goes there
 * before it receives them. Here everything ends when the last day is over (`carryOutTransfers`); until the other school has answered it
 * can be taken back. Whom another school has received and who has not left here yet goes to no second one.
 */
export async function announceTransfer(
  wiring: Wiring,
  actor: Actor,
  { studentId, toSchoolId, firstDay, ...said }: Announcement,
): Promise<Outcome<null, AnnounceRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const before = await lockTransfersOf(tx, { schoolId, studentId });
    if (before.some((one) => answerOf(one) === "received" && one.left_at === null)) return refused("received_already");
    if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
    const person = await findPerson(tx, { schoolId, personId: studentId });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const along = await readGoingAlong(tx, { schoolId, studentId, firstDay, on });
    if (!person || !along) return refused("not_found");
    const other = (await listDistrictSchools(tx, districtId)).find(({ id }) => id === toSchoolId && id !== schoolId);
    if (!other) return refused("no_school");
    const lastDay = person.left_on ?? said.lastDay;
    const fault = daysFault({ lastDay, firstDay }, on);
    if (fault) return refused(fault);
    const transferId = await insertTransfer(tx, {
      ...{ districtId, schoolId, toSchoolId, studentId, lastDay, firstDay, now },
      studentName: person.full_name,
      asksFirst: along.asksFirst,
      leftAt: hasEnded(person.left_on, on) ? now : null,
    });
    if (!transferId) return refused("announced_already");
    const act = { noun: "transfer", nounId: transferId, transition: "announce", now };
    await recordAct(tx, { ...act, actor, to: firstDay, reason: `${studentId} ${toSchoolId}` });
    await announceThere(tx, { actor, toSchoolId, transferId, now });
    const move = { otherSchool: other.name, firstDay };
    await tellOfTransfer(tx, wiring, { schoolId, transferId, studentId, event: "announced", move, now });
    return done(null);
  });
}

interface There {
  actor: StaffActor;
  toSchoolId: string;
  transferId: string;
  now: Date;
}

/** The other school's log has it, and its staff a task. */
function announceThere(tx: ScopeTx, { actor, toSchoolId, transferId, now }: There): Promise<void> {
  return atOtherSchool(tx, { from: actor, schoolId: toSchoolId }, async (there) => {
    const { schoolId } = there;
    await recordAct(tx, { actor: there, noun: "transfer", nounId: transferId, transition: "announce", now });
    const subject = { noun: "transfer", id: transferId };
    await openTask(tx, { schoolId, kind: "receive_student", subject, dedupeKey: `receive_student:${transferId}`, now });
  });
}
