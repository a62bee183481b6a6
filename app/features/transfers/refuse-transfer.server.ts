import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { answerOf } from "~/domain/people/transfer";
import { atOtherSchool } from "~/steps/at-other-school.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf, openTask } from "~db/staff-tasks.server";
import { answerTransfer, lockTransferTo } from "~db/transfers.server";

/** The school does not expect this student, and says why. The old school has a task: whoever was told of the move talks with it again. */
export async function refuseTransfer(
  wiring: Wiring,
  actor: Actor,
  { transferId, reason }: { transferId: string; reason: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "answered_already" | "reason_missing">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const refusal = reason.trim();
  if (refusal === "") return refused("reason_missing");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const transfer = await lockTransferTo(tx, { schoolId, transferId });
    if (!transfer) return refused("not_found");
    if (answerOf(transfer) !== null) return refused("answered_already");
    const { from_school_id: fromSchoolId, student_id: studentId } = transfer;
    await answerTransfer(tx, { schoolId, transferId, answer: "refused", refusal, now });
    const act = { noun: "transfer", nounId: transferId, transition: "refuse", reason: refusal, now };
    await recordAct(tx, { ...act, actor });
    const note = "the student is not expected";
    await closeTasksOf(tx, { schoolId, dedupeKey: `receive_student:${transferId}`, note, now });
    await atOtherSchool(tx, { from: actor, schoolId: fromSchoolId }, async (there) => {
      await recordAct(tx, { ...act, actor: there });
      await openTask(tx, {
        schoolId: fromSchoolId,
        kind: "transfer_refused",
        subject: { noun: "student", id: studentId },
        props: { studentId, message: refusal },
        dedupeKey: `transfer_refused:${transferId}`,
        now,
      });
    });
    return done(null);
  });
}
