import { ZodError } from "zod";
import { contactOf } from "~/domain/mail/subject";
import { answerAddressOf } from "~/steps/answer-address.server";
import type { Wiring } from "~/wiring";
import { findSenderSchool, freezeMail, type MailRow } from "~db/mail-delivery.server";
import { withSystem } from "~db/scope.server";
import { answerRules, type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import { type RenderedMail, renderDayMail, renderMail, type Sender } from "~emails/render";
import { unsubscribeToken } from "./unsubscribe-token.server";

/**
 * Renders a mail in its recipient's language and stores it, so that every try sends the same bytes. `told` is the mail and those that
 * it carries. Answers what was wrong when it could not be written, else null: its props may be older than this release, or newer.
 */
export async function renderAndFreeze(
  wiring: Wiring,
  mail: MailRow,
  told: readonly MailRow[] = [mail],
): Promise<string | null> {
  const sender = await findSender(wiring, mail);
  let frozen: RenderedMail;
  try {
    frozen = await render(wiring, mail, { told, sender });
  } catch (error) {
    return faultOf(error);
  }
  await withSystem(wiring, (tx) => freezeMail(tx, { mailId: mail.id, frozen }));
  return null;
}

/** Names what is wrong and where, and none of the words: they may be about a student. */
function faultOf(error: unknown): string {
  if (error instanceof ZodError) return `props ${error.issues.map(({ path }) => path.join(".")).join()}`;
  return error instanceof Error ? error.name : "thrown";
}

async function findSender(wiring: Wiring, { school_id: schoolId }: MailRow): Promise<Sender | null> {
  if (schoolId === null) return null;
  const school = await withSystem(wiring, (tx) => findSenderSchool(tx, schoolId));
  return {
    name: school.name,
    postalAddress: school.postal_address,
    helpName: school.help_name,
    helpPhone: school.help_phone,
  };
}

/** A mail that carries others is written as one, in the language its reader has by now. */
async function render(
  wiring: Wiring,
  mail: MailRow,
  { told, sender }: { told: readonly MailRow[]; sender: Sender | null },
): Promise<RenderedMail> {
  const parts = told.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const written = parts.map((part) => writtenPart(wiring, part));
  const [first, second] = written;
  const envelope = {
    language: parts.at(-1)?.recipient_language ?? mail.recipient_language,
    to: mail.recipient_mail,
    from: wiring.mailer.from,
    sender,
    replyTo: replyToOf(wiring, mail),
    unsubscribeLink: stopLinkOf(wiring, mail),
  };
  return first && !second ? renderMail({ ...envelope, ...first.part }) : renderDayMail({ ...envelope, parts: written });
}

/** To where its reader answers; a test of one's own outreach is nobody's to answer. */
function replyToOf(wiring: Wiring, { id, kind, dedupe_key: key }: MailRow): string | null {
  const rule = answerRules[kind as MailKind];
  const isAnswered = rule === "contact" ? contactOf(key) !== undefined : rule !== "nobody";
  return isAnswered ? answerAddressOf(wiring, id) : null;
}

function writtenPart(wiring: Wiring, mail: MailRow) {
  const kind = mail.kind as MailKind;
  const props = mailKinds[kind].props.parse(mail.props) as MailProps<MailKind>;
  return { part: { kind, props }, stopLink: stopLinkOf(wiring, mail) };
}

/** Where mail like this one can be stopped; null for mail that people count on. */
function stopLinkOf({ env }: Wiring, { id, category }: MailRow): string | null {
  return category === "transactional" ? null : `${env.origin}/unsubscribe/${unsubscribeToken(env.secret, id)}`;
}
