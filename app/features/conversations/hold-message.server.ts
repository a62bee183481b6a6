import type { Seat } from "~/steps/conversation.server";
import { tellCoordinators } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

/** While a task with this key is open, a conversation has messages that wait for the school. */
export const heldTaskKey = (pursuitId: string) => `message_held:${pursuitId}`;

/** Asks the coordinators to read a message before the others do: one task and one mail for all that waits in a conversation. */
export async function holdMessage(
  tx: ScopeTx,
  wiring: Wiring,
  { seat, messageId, now }: { seat: Seat; messageId: string; now: Date },
): Promise<void> {
  const { as, pursuit } = seat;
  const pursuitId = pursuit.pursuit_id;
  await recordAct(tx, { actor: as, noun: "message", nounId: messageId, transition: "hold", to: "held", now });
  const isNew = await openTask(tx, {
    schoolId: as.schoolId,
    kind: "message_held",
    subject: { noun: "conversation", id: pursuitId },
    props: { studentId: pursuit.student_id, title: pursuit.title, organisation: pursuit.organisation_name },
    dedupeKey: heldTaskKey(pursuitId),
    now,
  });
  if (isNew) await tellCoordinators(tx, { wiring, pursuit, event: "message_held", now });
}
