import { ZodError } from "zod";
import { contactOf } from "~/domain/mail/subject";
import { outreachReplyTo } from "~/steps/outreach-reply-address.server";
import type { Wiring } from "~/wiring";
import { findSenderSchool, freezeMail, type MailRow } from "~db/mail-delivery.server";
import { withSystem } from "~db/scope.server";
import { type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import { type RenderedMail, renderMail, type Sender } from "~emails/render";
import { unsubscribeToken } from "./unsubscribe-token.server";

/**
 * Renders a mail in its recipient's language and stores it, so that every try sends the same bytes. Answers what was wrong when
 * it could not be written, else null: its props may be older than this release, or newer.
 */
export async function renderAndFreeze(wiring: Wiring, mail: MailRow): Promise<string | null> {
  const sender = await findSender(wiring, mail);
  let frozen: RenderedMail;
  try {
    frozen = await render(wiring, mail, sender);
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

async function render(wiring: Wiring, mail: MailRow, sender: Sender | null): Promise<RenderedMail> {
  const { env, mailer } = wiring;
  const kind = mail.kind as MailKind;
  return renderMail({
    kind,
    props: mailKinds[kind].props.parse(mail.props) as MailProps<MailKind>,
    language: mail.recipient_language,
    to: mail.recipient_mail,
    from: mailer.from,
    sender,
    // A test of one's own is nobody's to answer.
    ...(contactOf(mail.dedupe_key) && { replyTo: outreachReplyTo(wiring, mail.id) }),
    unsubscribeLink:
      mail.category === "transactional" ? null : `${env.origin}/unsubscribe/${unsubscribeToken(env.secret, mail.id)}`,
  });
}
