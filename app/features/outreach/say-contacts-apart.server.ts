import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockContacts } from "~db/contact-book.server";
import { findContact } from "~db/contacts.server";
import { insertContactsApart } from "~db/contacts-apart.server";
import { withScope } from "~db/scope.server";

export interface ContactsApart {
  contactId: string;
  otherId: string;
}

/** Says of two contacts of the school that they are two people, so that nobody is asked again. A second press says nothing new. */
export async function sayContactsApart(
  wiring: Wiring,
  actor: Actor,
  { contactId, otherId }: ContactsApart,
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockContacts(tx, actor);
    const one = await findContact(tx, { schoolId, contactId });
    const other = await findContact(tx, { schoolId, contactId: otherId });
    if (!one || !other || one.id === other.id) return refused("not_found");
    if (!(await insertContactsApart(tx, { schoolId, contactId, otherId, now }))) return done(null);
    const act = { actor, noun: "contact", transition: "say_apart", evidence: `${one.id} and ${other.id}`, now };
    for (const nounId of [one.id, other.id]) await recordAct(tx, { ...act, nounId });
    return done(null);
  });
}
