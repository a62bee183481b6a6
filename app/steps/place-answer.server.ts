import { createHash } from "node:crypto";
import type { SystemActor } from "~/domain/actor";
import { ownWords } from "~/domain/conversation/reply-text";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findContact } from "~db/contacts.server";
import { findContactOfMail } from "~db/outreach-mails.server";
import { withScope } from "~db/scope.server";
import type { ReceivedMail } from "~emails/mailer";
import { recordReply } from "./write-down.server";

export interface Answer {
  /** The key of the mail of outreach that it answers. */
  mailKey: string;
  /** The provider's id of the mail that came, or a hash of it. */
  source: string;
}

export type TakenAnswer = Outcome<{ took: "recorded" | "known" | "machine" }, "not_found">;

/**
 * Writes what a contact answered by mail under the contact, for the staff: without the mail that it quotes, and with the address that it
 * came from where that is another one. Machines answer nothing. The same mail twice is one note. Of whoever is forgotten nothing is kept.
 * Without a `mail` its words are lost, and that they answered stands there all the same.
 */
export async function placeAnswer(
  wiring: Wiring,
  actor: SystemActor,
  { mailKey, source, mail }: Answer & { mail: ReceivedMail | null },
): Promise<TakenAnswer> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx): Promise<TakenAnswer> => {
    const contactId = await findContactOfMail(tx, { schoolId, mailKey });
    const contact = contactId && (await findContact(tx, { schoolId, contactId }));
    if (!contact) return refused("not_found");
    if (mail?.isAutomatic) return done({ took: "machine" });
    const body = mail === null ? "" : wordsFrom(mail, contact.mail.trim().toLowerCase());
    const reply = { actor, contactId: contact.id, replyId: idOf(`${mailKey}\n${source}`), via: "mail", body } as const;
    const isNew = await recordReply(tx, { ...reply, now: wiring.clock.now() });
    return done({ took: isNew ? "recorded" : "known" });
  });
}

function wordsFrom({ text, from, isForged }: ReceivedMail, address: string): string {
  const words = ownWords(text) || text.trim();
  return !isForged && from === address ? words : `${from}:\n\n${words}`;
}

/** One mail is one note of a contact: its id is made of what names the mail (RFC 9562, version 8). */
function idOf(source: string): string {
  const hex = createHash("sha256").update("answer\n").update(source).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
