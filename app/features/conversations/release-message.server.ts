import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { type PictureShows, type SettleRefusal, settleMessage } from "./settle-message.server";

/**
 * A coordinator has read a message that waited and lets it reach the others, at the place where it was written. Where the family said no
 * to photos, its pictures only reach them when the coordinator says that none shows the student (docs/decisions/0161).
 */
export function releaseMessage(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, messageId, shows = "unsaid" }: { pursuitId: string; messageId: string; shows?: PictureShows },
): Promise<Outcome<null, SettleRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<null, SettleRefusal>(wiring, actor, { pursuitId }, (tx, seat) =>
    settleMessage(tx, { seat, messageId, move: "release", reason: "", shows, now }),
  );
}
