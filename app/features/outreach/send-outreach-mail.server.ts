import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockContact } from "~db/contacts.server";
import { enqueueMail } from "~db/mails.server";
import { insertOutreachTo, lockOutreachTo } from "~db/outreach-addresses.server";
import { findOutreachMail, insertOutreachMail } from "~db/outreach-mails.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { composeOutreach, type OutreachText, type TextFault } from "./compose-outreach.server";
import { findOutreachObstacle, type OutreachObstacle } from "./find-outreach-obstacle.server";

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
  const { schoolId, districtId, personId: writtenBy } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const contact = await lockContact(tx, { schoolId, contactId });
    if (!contact) return refused("not_found");
    const before = await findOutreachMail(tx, { schoolId, outreachMailId });
    if (before) return isSame(before, { contactId, composed: await composeOutreach(tx, { actor, contact, text }) });
    const { mail, language } = contact;
    await lockOutreachTo(tx, { districtId, mail });
    const obstacle = await findOutreachObstacle(tx, { schoolId, districtId, contact, now });
    if (obstacle) return refused(obstacle.is);
    const composed = await composeOutreach(tx, { actor, contact, text });
    if (!composed.ok) return composed;
    const { outreachSubject: subject, outreachBody: body } = composed.value;
    const mailKey = `outreach-mail:${contactId}:${outreachMailId}`;
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const kept = { schoolId, contactId, outreachMailId, mailKey, subject, body, on, writtenBy, now };
    if (!(await insertOutreachMail(tx, kept))) return refused("sent_already");
    await insertOutreachTo(tx, { districtId, mail, now });
    await enqueueMail(tx, {
      ...{ kind: "outreach-mail", props: composed.value, to: { mail, language }, schoolId, dedupeKey: mailKey, now },
    });
    await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition: "write", language, now });
    return done(null);
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
