import type { Actor } from "~/domain/actor";
import { interpretingOf } from "~/domain/conversation/interpreter";
import { done, type Outcome, refused } from "~/domain/outcome";
import { changingConversation } from "~/steps/conversation.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findShownMessage } from "~db/messages.server";
import { findTaskStates, openTask } from "~db/staff-tasks.server";
import { findMember } from "~db/threads.server";
import { interpreterKey, readerIdOf, readLanguage } from "./interpreter-task.server";

export type InterpreterRefusal = "not_found" | "not_joined" | "own_language" | "without_words";

/**
 * Somebody asks the school to put a message into their language: a task with both languages, once for each message and reader. No
 * machine translates what is written about a minor. Staff see what waits, so they ask about it too.
 */
export function askInterpreter(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, messageId }: { pursuitId: string; messageId: string },
): Promise<Outcome<null, InterpreterRefusal>> {
  const now = wiring.clock.now();
  return changingConversation<null, InterpreterRefusal>(wiring, actor, { pursuitId }, async (tx, seat) => {
    const { as, thread, sitter, pursuit } = seat;
    if (!thread) return refused("not_found");
    const ofThread = { schoolId: as.schoolId, threadId: thread.id };
    const member = await findMember(tx, { ...ofThread, sitter });
    if (as.kind === "guardian" && member?.left_at !== null) return refused("not_joined");
    const reader = as.kind === "staff" ? ({ sees: "everything" } as const) : ownAndSent(member?.id);
    const message = await findShownMessage(tx, { ...ofThread, messageId, reader });
    if (!message) return refused("not_found");
    const dedupeKey = interpreterKey(messageId, seat);
    const states = await findTaskStates(tx, { schoolId: as.schoolId, dedupeKeys: [dedupeKey] });
    const language = await readLanguage(tx, seat);
    const words = `${message.body}${message.pictures_show}`;
    const interpreting = interpretingOf({
      ...{ words, messageLanguage: message.language, readerLanguage: language },
      ...{ isOwn: message.member_id === member?.id, taskState: states.get(dedupeKey) },
    });
    if (interpreting === null) return refused(words.trim() === "" ? "without_words" : "own_language");
    if (interpreting !== "may_ask") return done(null);
    await openTask(tx, {
      schoolId: as.schoolId,
      kind: "interpret_message",
      subject: { noun: "conversation", id: pursuitId },
      props: {
        ...{ [sitter.role === "mentor" ? "mentorId" : "personId"]: readerIdOf(seat), language },
        ...{ writtenAt: message.written_at, ...(message.language !== null && { writtenIn: message.language }) },
        ...{ title: pursuit.title, organisation: pursuit.organisation_name },
      },
      dedupeKey,
      now,
    });
    await recordAct(tx, { actor: as, noun: "message", nounId: messageId, transition: "ask_interpreter", now });
    return done(null);
  });
}

const ownAndSent = (memberId: string | undefined) => ({ sees: "own_and_sent", memberId }) as const;
