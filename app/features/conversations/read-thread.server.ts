import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { countReached } from "~db/messages.server";
import type { ScopeTx } from "~db/scope.server";
import { findMember, hasReadThread } from "~db/threads.server";
import { updateSeen } from "~db/unread.server";

export type ReadRefusal = "not_found" | "not_permitted" | "not_begun";

const AN_HOUR = 1 / 24;

/** Staff open a conversation to read it, and the log says who, when and which. For an hour it stays open to them. */
export function readThread(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string },
): Promise<Outcome<null, ReadRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<null, ReadRefusal>(wiring, actor, input, async (tx, { as, thread, sitter }) => {
    if (as.kind !== "staff") return refused("not_permitted");
    if (!thread) return refused("not_begun");
    const ofThread = { schoolId: as.schoolId, threadId: thread.id };
    if (!(await isOpenTo(tx, { ...ofThread, personId: as.personId, now })))
      await recordAct(tx, { actor: as, noun: "thread", nounId: thread.id, transition: "read", now });
    // The answer to the press shows all of it.
    const member = await findMember(tx, { ...ofThread, sitter });
    if (member)
      await updateSeen(tx, { schoolId: as.schoolId, memberId: member.id, upTo: await countReached(tx, ofThread) });
    return done(null);
  });
}

/** Whether a member of the staff opened the conversation within the last hour. */
export function isOpenTo(
  tx: ScopeTx,
  { now, ...asked }: { schoolId: string; threadId: string; personId: string; now: Date },
): Promise<boolean> {
  return hasReadThread(tx, { ...asked, since: daysLater(now, -AN_HOUR) });
}
