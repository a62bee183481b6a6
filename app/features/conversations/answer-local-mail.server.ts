import { done, type Outcome, refused } from "~/domain/outcome";
import { noteReply } from "~/steps/note-reply.server";
import type { Wiring } from "~/wiring";
import { findMailInMailbox } from "~db/mailbox.server";
import { withSystem } from "~db/scope.server";
import { placeReply } from "./place-reply.server";

interface Answer {
  mailId: string;
  /** An address in the mail to which its reader answers. */
  to: string;
  /** The sender's address: the mail's reader, or somebody else who has got hold of the address. */
  from: string;
  body: string;
  /** The random number of the form: sent twice, it is one mail. */
  formKey: string;
}

/** Answers a mail of the local mailbox as its reader would with a mail program, which quotes what it answers. In live mode there is none. */
export async function answerLocalMail(
  wiring: Wiring,
  { mailId, to, from, body, formKey }: Answer,
): Promise<Outcome<null, "not_found">> {
  if (wiring.env.mode !== "local") return refused("not_found");
  const mail = await withSystem(wiring, (tx) => findMailInMailbox(tx, mailId));
  if (!mail) return refused("not_found");
  const quoted = (mail.frozen_text ?? "").split("\n").map((line) => `> ${line}`);
  const text = [body, "", `On ${mail.sent_at}, ${mail.frozen_from} wrote:`, ...quoted].join("\n");
  const answer = { from: from.toLowerCase(), to: [to], isAutomatic: false, isForged: false, text, files: 0 };
  const noted = await noteReply(wiring, { to: answer.to, source: formKey, told: null });
  if (noted.length === 0) return refused("not_found");
  for (const { actor, replyId } of noted) await placeReply(wiring, actor, { replyId, mail: answer });
  return done(null);
}
