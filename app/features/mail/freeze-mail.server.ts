import type { Wiring } from "~/wiring";
import { type FrozenMail, findSenderSchool, freezeMail, type MailRow } from "~db/mail-delivery.server";
import { withSystem } from "~db/scope.server";
import { fromOf, headersOf } from "~emails/addressing";
import { type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import type { Sender } from "~emails/layout";
import { renderMail } from "~emails/render";
import { unsubscribeToken } from "./unsubscribe-token.server";

/** Renders a mail in its recipient's language and stores it, so that every try sends the same bytes. */
export async function renderAndFreeze(wiring: Wiring, mail: MailRow): Promise<void> {
  const frozen = await render(wiring, mail, await findSender(wiring, mail));
  await withSystem(wiring, (tx) => freezeMail(tx, { mailId: mail.id, frozen }));
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

async function render({ env, mailer }: Wiring, mail: MailRow, sender: Sender | null): Promise<FrozenMail> {
  const kind = mail.kind as MailKind;
  const props = mailKinds[kind].props.parse(mail.props) as MailProps<MailKind>;
  const isOutreach = mail.category === "outreach";
  const unsubscribeLink = isOutreach ? `${env.origin}/unsubscribe/${unsubscribeToken(env.secret, mail.id)}` : null;
  const language = mail.recipient_language;
  const rendered = await renderMail({ kind, props, language, sender, unsubscribeLink });
  return { ...rendered, from: fromOf(mailer.from, sender), headers: headersOf({ language, unsubscribeLink }) };
}
