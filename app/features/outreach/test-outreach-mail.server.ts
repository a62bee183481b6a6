import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { findContact } from "~db/contacts.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf } from "~db/people.server";
import { withScope } from "~db/scope.server";
import { composeOutreach, type OutreachText, type TextFault } from "./compose-outreach.server";

export type TestMailRefusal = TextFault | "not_permitted" | "not_found" | "no_own_mail";

/** Sends the mail to whoever writes it instead of the contact; the same form sent twice is one mail. */
export async function testOutreachMail(
  wiring: Wiring,
  actor: Actor,
  { contactId, outreachMailId, ...text }: OutreachText & { contactId: string; outreachMailId: string },
): Promise<Outcome<null, TestMailRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const contact = await findContact(tx, { schoolId, contactId });
    if (!contact) return refused("not_found");
    const composed = await composeOutreach(tx, { schoolId, writerId: actor.personId, contact, text });
    if (!composed.ok) return composed;
    const mail = await findMailOf(tx, { schoolId, personId });
    if (!mail) return refused("no_own_mail");
    await enqueueMail(tx, {
      ...{ kind: "outreach-mail", props: composed.value, schoolId, now: wiring.clock.now() },
      to: { mail, language: contact.language, personId },
      dedupeKey: `outreach-test:${personId}:${outreachMailId}`,
    });
    return done(null);
  });
}
