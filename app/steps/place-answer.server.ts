import { createHash } from "node:crypto";
import type { SystemActor } from "~/domain/actor";
import { ownWords } from "~/domain/conversation/reply-text";
import { contactOf } from "~/domain/mail/subject";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findAnsweredMail } from "~db/answered-mails.server";
import { findContact } from "~db/contacts.server";
import { findContactOfMail } from "~db/outreach-mails.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { ReceivedMail } from "~emails/mailer";
import { placeAtSchool } from "./place-at-school.server";
import type { TakenAnswer } from "./taken-answer";
import { recordReply } from "./write-down.server";

export interface Answer {
  /** The key of the mail that it answers. */
  mailKey: string;
  /** The provider's id of the mail that came, or a hash of it. */
  source: string;
}

interface Placing extends Answer {
  /** Null where its words are lost: that they answered stands there all the same. */
  mail: ReceivedMail | null;
}

/**
 * Brings what somebody answered by mail to whom it is for, as the kind of the mail says: under the contact who was written to, or to the
 * school as a task. Without the mail that it quotes, and with the address that it came from where that is another one. Machines answer
 * nothing. The same mail twice is one answer. Of whoever is forgotten nothing is kept.
 */
export async function placeAnswer(wiring: Wiring, actor: SystemActor, answer: Placing): Promise<TakenAnswer> {
  return withScope(wiring, actor, async (tx): Promise<TakenAnswer> => {
    if (contactOf(answer.mailKey)) return placeUnderContact(tx, wiring, { actor, answer });
    const { mailKey, source, mail: came } = answer;
    const mail = await findAnsweredMail(tx, { schoolId: actor.schoolId, mailKey });
    if (!mail) return refused("not_found");
    if (came?.isAutomatic) return done({ took: "machine" });
    return placeAtSchool(tx, wiring, { actor, mail, came, answerId: idOf(`${mailKey}\n${source}`) });
  });
}

async function placeUnderContact(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, answer: { mailKey, source, mail } }: { actor: SystemActor; answer: Placing },
): Promise<TakenAnswer> {
  const { schoolId } = actor;
  const contactId = await findContactOfMail(tx, { schoolId, mailKey });
  const contact = contactId && (await findContact(tx, { schoolId, contactId }));
  if (!contact) return refused("not_found");
  if (mail?.isAutomatic) return done({ took: "machine" });
  const body = mail === null ? "" : wordsFrom(mail, contact.mail.trim().toLowerCase());
  const reply = { actor, contactId: contact.id, replyId: idOf(`${mailKey}\n${source}`), via: "mail", body } as const;
  const isNew = await recordReply(tx, { ...reply, now: wiring.clock.now() });
  return done({ took: isNew ? "recorded" : "known" });
}

function wordsFrom({ text, from, isForged }: ReceivedMail, address: string): string {
  const words = ownWords(text) || text.trim();
  return !isForged && from === address ? words : `${from}:\n\n${words}`;
}

/** One mail is one answer: its id is made of what names the mail (RFC 9562, version 8). */
function idOf(source: string): string {
  const hex = createHash("sha256").update("answer\n").update(source).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
