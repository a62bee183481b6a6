import type { SystemActor } from "~/domain/actor";
import { askToRead } from "~/steps/ask-to-read.server";
import type { Seat } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findHeldTurn } from "~db/held-turns.server";
import { countHeldMessages } from "~db/messages.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

/** While a task with this key is open, a conversation has messages that wait for the school. */
export const heldTaskKey = (pursuitId: string) => `message_held:${pursuitId}`;

interface Holding {
  /** Whose message waits, or the job that put aside what came by mail. */
  seat: Pick<Seat, "pursuit"> & { as: Seat["as"] | SystemActor };
  threadId: string;
  messageId: string;
  now: Date;
}

/**
 * Asks the school to read a message before the others do: one task for all that waits in a conversation, and one turn, which begins
 * with the first of it, and anew with what comes after everybody was asked and nobody decided.
 */
export async function holdMessage(
  tx: ScopeTx,
  wiring: Wiring,
  { seat, threadId, messageId, now }: Holding,
): Promise<void> {
  const { as, pursuit } = seat;
  const pursuitId = pursuit.pursuit_id;
  await recordAct(tx, { actor: as, noun: "message", nounId: messageId, transition: "hold", to: "held", now });
  await openTask(tx, {
    schoolId: as.schoolId,
    kind: "message_held",
    subject: { noun: "conversation", id: pursuitId },
    props: { studentId: pursuit.student_id, title: pursuit.title, organisation: pursuit.organisation_name },
    dedupeKey: heldTaskKey(pursuitId),
    now,
  });
  const ofThread = { schoolId: as.schoolId, threadId };
  const held = await findHeldTurn(tx, ofThread);
  const isLate = held?.turn === "admins" && held.until <= now;
  if (isLate || (await countHeldMessages(tx, ofThread)) === 1)
    await askToRead(tx, wiring, { pursuit, threadId, from: "named", now });
}
