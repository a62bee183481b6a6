import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { findPicture } from "~db/message-pictures.server";
import { findShownMessage } from "~db/messages.server";
import { findOwnMember, isShown, readerOf } from "./shown-to.server";

interface Asked {
  pursuitId: string;
  messageId: string;
  pictureId: string;
}

/** One picture of a message, to whoever is shown its words now, and to nobody else: staff within the hour of the press that is noted. */
export function lookAtPicture(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, messageId, pictureId }: Asked,
): Promise<Outcome<{ kind: string; content: Uint8Array }, "not_found">> {
  const now = wiring.clock.now();
  return inConversation<{ kind: string; content: Uint8Array }, "not_found">(
    wiring,
    actor,
    { pursuitId },
    async (tx, seat) => {
      const member = await findOwnMember(tx, seat);
      if (!seat.thread || !(await isShown(tx, { seat, member, now }))) return refused("not_found");
      const { schoolId } = seat.as;
      const asked = { schoolId, threadId: seat.thread.id, messageId, reader: readerOf(seat, member) };
      if (!(await findShownMessage(tx, asked))) return refused("not_found");
      const picture = await findPicture(tx, { schoolId, messageId, pictureId });
      return picture ? done(picture) : refused("not_found");
    },
  );
}
