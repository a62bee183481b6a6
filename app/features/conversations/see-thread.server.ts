import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { countReached } from "~db/messages.server";
import { findMember } from "~db/threads.server";
import { updateSeen } from "~db/unread.server";
import { isOpenTo } from "./read-thread.server";

export type SeeRefusal = "not_found" | "not_permitted";

/**
 * The page has shown somebody what was written up to a number: no mail tells them of it any more. To open a page changes nothing
 * by itself; the page says with a request of its own that it is in front of somebody. Where nobody has begun,
 * and to whoever has no seat of their own, there is nothing to note.
 */
export function seeThread(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, upTo }: { pursuitId: string; upTo: number },
): Promise<Outcome<null, SeeRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<null, SeeRefusal>(wiring, actor, { pursuitId }, async (tx, { as, sitter, thread }) => {
    if (!thread) return done(null);
    const ofThread = { schoolId: as.schoolId, threadId: thread.id };
    const member = await findMember(tx, { ...ofThread, sitter });
    if (as.kind === "guardian" && member?.left_at !== null) return refused("not_permitted");
    if (as.kind === "staff" && !(await isOpenTo(tx, { ...ofThread, personId: as.personId, now })))
      return refused("not_permitted");
    if (member)
      await updateSeen(tx, {
        schoolId: as.schoolId,
        memberId: member.id,
        upTo: Math.min(upTo, await countReached(tx, ofThread)),
      });
    return done(null);
  });
}
