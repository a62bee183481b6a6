import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { answerAddressOf } from "~/steps/answer-address.server";
import type { Wiring } from "~/wiring";
import { findContact } from "~db/contacts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { renderMail } from "~emails/render";
import { composeOutreach, type OutreachText, type TextFault } from "./compose-outreach.server";

export interface OutreachPreview {
  subject: string;
  html: string;
  text: string;
}

/** The mail as this contact would get it. Nothing is stored and nobody is written to. */
export async function previewOutreachMail(
  wiring: Wiring,
  actor: Actor,
  { contactId, ...text }: OutreachText & { contactId: string },
): Promise<Outcome<OutreachPreview, TextFault | "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const contact = await findContact(tx, { schoolId, contactId });
    if (!contact) return refused("not_found");
    const composed = await composeOutreach(tx, { schoolId, writerId: actor.personId, contact, text });
    if (!composed.ok) return composed;
    const school = await getSchool(tx, schoolId);
    const { name, postal_address: postalAddress, help_name: helpName, help_phone: helpPhone } = school;
    const {
      subject,
      html,
      text: plain,
    } = await renderMail({
      ...{ kind: "outreach-mail", props: composed.value, language: contact.language, to: contact.mail },
      from: wiring.mailer.from,
      sender: { name, postalAddress, helpName, helpPhone },
      replyTo: answerAddressOf(wiring, contactId),
      unsubscribeLink: `${wiring.env.origin}/unsubscribe/example`,
    });
    return done({ subject, html, text: plain });
  });
}
