import type { Wiring } from "~/wiring";
import { findSenderSchool, freezeMail, type MailRow } from "~db/mail-delivery.server";
import { withSystem } from "~db/scope.server";
import { type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import { type RenderedMail, renderMail, type Sender } from "~emails/render";
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

function render({ env, mailer }: Wiring, mail: MailRow, sender: Sender | null): Promise<RenderedMail> {
  const kind = mail.kind as MailKind;
  return renderMail({
    kind,
    props: mailKinds[kind].props.parse(mail.props) as MailProps<MailKind>,
    language: mail.recipient_language,
    to: mail.recipient_mail,
    from: mailer.from,
    sender,
    unsubscribeLink:
      mail.category === "transactional" ? null : `${env.origin}/unsubscribe/${unsubscribeToken(env.secret, mail.id)}`,
  });
}
