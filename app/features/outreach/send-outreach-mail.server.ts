import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { lockContact } from "~db/contacts.server";
import { lockOutreachTo } from "~db/outreach-addresses.server";
import { findOutreachMail } from "~db/outreach-mails.server";
import { withScope } from "~db/scope.server";
import { composeOutreach, type OutreachText, type TextFault } from "./compose-outreach.server";
import { findOutreachObstacle, type OutreachObstacle } from "./find-outreach-obstacle.server";
import { promiseOutreach } from "./promise-outreach.server";

export type SendOutreachRefusal = TextFault | OutreachObstacle["is"] | "not_permitted" | "not_found" | "sent_already";

/**
 * Writes to a contact. What is sent, the count for the district's cap and the mail are one fact; the id was chosen when the form
 * was made, so that the same form sent twice is one mail; other words under the same id are not dropped without a word.
 */
export async function sendOutreachMail(
  wiring: Wiring,
  actor: Actor,
  { contactId, outreachMailId, ...text }: OutreachText & { contactId: string; outreachMailId: string },
): Promise<Outcome<null, SendOutreachRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId, personId: writerId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const contact = await lockContact(tx, { schoolId, contactId });
    if (!contact) return refused("not_found");
    const composed = await composeOutreach(tx, { schoolId, writerId, contact, text });
    const before = await findOutreachMail(tx, { schoolId, outreachMailId });
    if (before) return isSame(before, { contactId, composed });
    await lockOutreachTo(tx, { districtId, mail: contact.mail });
    const obstacle = await findOutreachObstacle(tx, { schoolId, districtId, contact, now });
    if (obstacle) return refused(obstacle.is);
    if (!composed.ok) return composed;
    const promised = { actor, contact, outreachMailId, composed: composed.value, writtenBy: writerId, now };
    return (await promiseOutreach(tx, promised)) === null ? refused("sent_already") : done(null);
  });
}

interface Again {
  contactId: string;
  composed: Awaited<ReturnType<typeof composeOutreach>>;
}

function isSame(
  before: { contact_id: string; subject: string; body: string },
  { contactId, composed }: Again,
): Outcome<null, "sent_already"> {
  if (!composed.ok || before.contact_id !== contactId) return refused("sent_already");
  const { outreachSubject: subject, outreachBody: body } = composed.value;
  return before.subject === subject && before.body === body ? done(null) : refused("sent_already");
}
