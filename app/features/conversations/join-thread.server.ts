import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { countReached } from "~db/messages.server";
import { findMember, moveMember, seatMembers } from "~db/threads.server";
import { updateSeen } from "~db/unread.server";

export type JoinRefusal = "not_found" | "not_permitted" | "not_begun" | "closed";

/**
 * A guardian who may see the student's records and know where the student is joins the conversation: from then on they read and
 * write, and everybody in it sees that a guardian is there. Joined twice, they are there once.
 */
export function joinThread(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string },
): Promise<Outcome<null, JoinRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<null, JoinRefusal>(wiring, actor, input, async (tx, seat) => {
    if (seat.role !== "guardian") return refused("not_permitted");
    if (!seat.thread) return refused("not_begun");
    if (seat.standing === "without_messages") return refused("closed");
    const { as, sitter, pursuit } = seat;
    const ofThread = { schoolId: as.schoolId, threadId: seat.thread.id };
    const member = await findMember(tx, { ...ofThread, sitter });
    if (member?.left_at === null) return done(null);
    if (member) {
      const ofMember = { schoolId: as.schoolId, memberId: member.id };
      await moveMember(tx, { ...ofMember, leftAt: null, now });
      await updateSeen(tx, { ...ofMember, upTo: await countReached(tx, ofThread) });
    } else await seatMembers(tx, { ...ofThread, districtId: pursuit.district_id, sitters: [sitter], now });
    await recordAct(tx, { actor: as, noun: "thread", nounId: seat.thread.id, transition: "join", now });
    return done(null);
  });
}
