import { noteAnswer } from "~/steps/note-answer.server";
import { noteReply } from "~/steps/note-reply.server";
import { placeAnswer } from "~/steps/place-answer.server";
import type { Wiring } from "~/wiring";
import type { HandedMail } from "~emails/mailer";
import { placeReply } from "./place-reply.server";

/** Places a mail that is at hand: in the conversations and under the contacts whose addresses it came to. Answers how many they are. */
export async function placeEverywhere(wiring: Wiring, { source, mail }: HandedMail): Promise<number> {
  const came = { to: mail.to, source, told: null };
  const replies = await noteReply(wiring, came);
  for (const { actor, replyId } of replies) await placeReply(wiring, actor, { replyId, mail });
  const answers = await noteAnswer(wiring, came);
  for (const { actor, mailKey } of answers) await placeAnswer(wiring, actor, { mailKey, source, mail });
  return replies.length + answers.length;
}
