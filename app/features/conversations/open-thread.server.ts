import type { Actor } from "~/domain/actor";
import { mayOpen } from "~/domain/conversation/standing";
import { done, type Outcome, refused } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertThread } from "~db/threads.server";
import { seatEverybody } from "./seat-everybody.server";

export type OpenThreadRefusal = "not_found" | "not_permitted" | "closed" | "no_staff";

/**
 * Staff, the student or the host begin the conversation about a pursuit, once the host knows of the student and until it ends.
 * The school's staff always belong to it. Begun twice, it is one.
 */
export function openThread(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string },
): Promise<Outcome<{ threadId: string }, OpenThreadRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<{ threadId: string }, OpenThreadRefusal>(wiring, actor, input, async (tx, seat) => {
    if (seat.role === "guardian") return refused("not_permitted");
    if (seat.thread) return done({ threadId: seat.thread.id });
    if (!mayOpen(seat)) return refused("closed", { standing: seat.standing });
    const { schoolId } = seat.as;
    const threadId = await insertThread(tx, { schoolId, pursuitId: input.pursuitId, now });
    const seated = await seatEverybody(tx, { seat, threadId, now });
    if (!seated.ok) return seated;
    await recordAct(tx, { actor: seat.as, noun: "thread", nounId: threadId, transition: "open", now });
    return done({ threadId });
  });
}
