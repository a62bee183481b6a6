import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteContact, lockContact } from "~db/contacts.server";
import { suppressMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";

/**
 * Forgets a contact and all that was written down. Of the address a hash stays, so that no school of the district writes to it
 * again unasked.
 */
export async function forgetContact(
  wiring: Wiring,
  actor: Actor,
  { contactId }: { contactId: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const contact = await lockContact(tx, { schoolId, contactId });
    if (!contact) return refused("not_found");
    if (contact.mail !== "")
      await suppressMail(tx, { mail: contact.mail, category: "outreach", reason: "delete_me", districtId, now });
    await deleteContact(tx, { schoolId, contactId });
    await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition: "forget", from: "kept", now });
    return done(null);
  });
}
