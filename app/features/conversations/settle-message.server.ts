import { mayReach } from "~/domain/conversation/held";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Seat } from "~/steps/conversation.server";
import { clearHeldTurn } from "~db/held-turns.server";
import { countHeldMessages, countReached, findMessage } from "~db/messages.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { heldTaskKey } from "./hold-message.server";
import { readPhotoAnswer } from "./photo-answer.server";
import { isOpenTo } from "./read-thread.server";

export type SettleRefusal = AdvanceRefusal | "reason_missing" | "not_read" | "put_aside" | "photos_refused";

/** What whoever lets pictures go out says of them; the log keeps it as it stands here. */
export type PictureShows = "not_the_student" | "unsaid";

interface Settling {
  seat: Seat;
  messageId: string;
  move: "release" | "return";
  /** What the writer of a returned message reads. */
  reason: string;
  shows: PictureShows;
  now: Date;
}

/**
 * Moves a message that waits, for somebody who has opened the conversation within the hour, which the log keeps; with the last one
 * of its conversation the task is done and the turn over.
 */
export async function settleMessage(
  tx: ScopeTx,
  { seat, messageId, move, reason, shows, now }: Settling,
): Promise<Outcome<null, SettleRefusal>> {
  const { as, thread, pursuit } = seat;
  if (as.kind !== "staff" || !mayDecidePursuits(as)) return refused("not_permitted");
  // What a suspended mentor wrote, or what comes after the end, nobody is shown any more: it can only be returned.
  if (move === "release" && seat.standing !== "open") return refused("wrong_state", { state: seat.standing });
  const ofThread = { schoolId: as.schoolId, threadId: thread?.id ?? "" };
  const message = thread && (await findMessage(tx, { ...ofThread, messageId }));
  if (!message) return refused("not_found");
  // It is not known whose words these are, or they have no place here.
  if (move === "release" && !mayReach(message.held_for)) return refused("put_aside");
  const isOpen = await isOpenTo(tx, { ...ofThread, personId: as.personId, now });
  if (message.state === "held" && !isOpen) return refused("not_read");
  const isPictured = move === "release" && message.held_for.includes("picture");
  if (isPictured && shows === "unsaid" && (await readPhotoAnswer(tx, seat)).answer === "no")
    return refused("photos_refused");
  const reached = move === "release" ? (await countReached(tx, ofThread)) + 1 : null;
  const moved = await advance(tx, {
    ...{ actor: as, noun: "message", id: messageId, move, met: [], notices: {}, now },
    set: { settled_at: now.toISOString(), returned_because: reason, reached },
    act: { reason: shows === "unsaid" ? reason : shows },
  });
  if (!moved.ok) return moved;
  if ((await countHeldMessages(tx, ofThread)) === 0) {
    await clearHeldTurn(tx, ofThread);
    await closeTasksOf(tx, { schoolId: as.schoolId, dedupeKey: heldTaskKey(pursuit.pursuit_id), note: "", now });
  }
  return done(null);
}
