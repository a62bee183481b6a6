import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { answerOf } from "~/domain/people/transfer";
import { atOtherSchool } from "~/steps/at-other-school.server";
import { tellOfTransfer } from "~/steps/tell-of-transfer.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { answerTransfer, lockTransferFrom } from "~db/transfers.server";

/**
 * A student does not go to the other school after all. Possible until that school has answered; whoever has left here by then is taken
 * back on their own page.
 */
export async function takeTransferBack(
  wiring: Wiring,
  actor: Actor,
  { transferId }: { transferId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "answered_already">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const transfer = await lockTransferFrom(tx, { schoolId, transferId });
    if (!transfer) return refused("not_found");
    if (answerOf(transfer) !== null) return refused("answered_already");
    const { to_school_id: toSchoolId, student_id: studentId, first_day: firstDay } = transfer;
    await answerTransfer(tx, { schoolId, transferId, answer: "taken_back", now });
    const act = { noun: "transfer", nounId: transferId, transition: "take_back", now };
    await recordAct(tx, { ...act, actor });
    await atOtherSchool(tx, { from: actor, schoolId: toSchoolId }, async (there) => {
      await recordAct(tx, { ...act, actor: there });
      const note = "the student stays where they are";
      await closeTasksOf(tx, { schoolId: toSchoolId, dedupeKey: `receive_student:${transferId}`, note, now });
    });
    const move = { otherSchool: (await getSchool(tx, toSchoolId)).name, firstDay };
    await tellOfTransfer(tx, wiring, { schoolId, transferId, studentId, event: "taken_back", move, now });
    return done(null);
  });
}
