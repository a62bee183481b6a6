import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findMember, moveMember } from "~db/threads.server";

export type LeaveRefusal = "not_found" | "not_permitted" | "not_joined";

/** A guardian leaves the conversation: they read nothing of it any more until they join again. What they wrote stays. */
export function leaveThread(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string },
): Promise<Outcome<null, LeaveRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<null, LeaveRefusal>(wiring, actor, input, async (tx, { role, as, sitter, thread }) => {
    if (role !== "guardian") return refused("not_permitted");
    const { schoolId } = as;
    const member = thread && (await findMember(tx, { schoolId, threadId: thread.id, sitter }));
    if (!member || member.left_at !== null) return refused("not_joined");
    await moveMember(tx, { schoolId, memberId: member.id, leftAt: now, now });
    await recordAct(tx, { actor: as, noun: "thread", nounId: thread.id, transition: "leave", now });
    return done(null);
  });
}
