import { daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import type { AsideReason } from "~/domain/conversation/held";
import { LONGEST_MESSAGE, MOST_AN_HOUR } from "~/domain/conversation/message";
import type { Wiring } from "~/wiring";
import { countMessagesSince, insertMessage } from "~db/messages.server";
import { lockPursuit } from "~db/pursuits.server";
import { type Became, type FoundReply, findReply, settleReply } from "~db/replies.server";
import { withScope } from "~db/scope.server";
import { tellWriter } from "./give-reply-back.server";
import { holdMessage } from "./hold-message.server";

const AN_HOUR = 1 / 24;

interface Aside {
  actor: SystemActor;
  reply: FoundReply;
  words: string;
  /** How many files came with it. None of them is opened: of a stranger's picture nobody knows what it shows. */
  files: number;
  why: AsideReason;
}

/**
 * Keeps what came by mail for the school alone: it waits in the conversation as a message that can only be given back, and somebody is
 * asked to read it. Words that are longer than a message are cut. Whoever writes from an address that is not theirs hears nothing: who
 * that is nobody knows.
 */
export function putAside(wiring: Wiring, { actor, reply, words, files, why }: Aside): Promise<Became> {
  const { schoolId } = actor;
  const { id: replyId, member_id: memberId, thread_id: threadId } = reply;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId: reply.pursuit_id });
    const before = await findReply(tx, { schoolId, replyId });
    // The pursuit was erased meanwhile, and with it the seat.
    if (!pursuit || !before) return "dropped";
    if (before.became !== null) return before.became;
    const drop = async (because: string) => {
      await settleReply(tx, { schoolId, replyId, became: "dropped", because, now });
      return "dropped" as const;
    };
    if (words === "" && files === 0) return drop("empty");
    const since = daysLater(now, -AN_HOUR);
    const lastHour = await countMessagesSince(tx, { schoolId, memberId, of: "aside", since });
    if (lastHour >= MOST_AN_HOUR) return drop("too_many");
    const body = [...words].slice(0, LONGEST_MESSAGE).join("").trim();
    const written = { schoolId, threadId, memberId, body, language: null, via: "mail", formKey: replyId } as const;
    const leftOut = Array.from({ length: files }, () => "unread" as const);
    const { messageId } = await insertMessage(tx, { ...written, heldFor: [why], picturesShow: "", leftOut, now });
    await holdMessage(tx, wiring, { seat: { as: actor, pursuit }, threadId, messageId, now });
    await settleReply(tx, { schoolId, replyId, became: "aside", because: why, now });
    if (why === "ended") await tellWriter(tx, wiring, { actor, reply, event: "ended" });
    return "aside";
  });
}
