import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { type SettleRefusal, settleMessage } from "./settle-message.server";

/** A coordinator gives a message that waited back to its writer, who reads why. Nobody else reads either. */
export function returnMessage(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, messageId, reason }: { pursuitId: string; messageId: string; reason: string },
): Promise<Outcome<null, SettleRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<null, SettleRefusal>(wiring, actor, { pursuitId }, async (tx, seat) => {
    if (reason.trim() === "") return refused("reason_missing");
    return settleMessage(tx, { seat, messageId, move: "return", reason: reason.trim(), shows: "unsaid", now });
  });
}
