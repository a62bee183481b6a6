import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ContactFields } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockContacts } from "~db/contact-book.server";
import { insertContact } from "~db/contacts.server";
import { withScope } from "~db/scope.server";
import { type ContactFault, readContactForm } from "./read-contact-form.server";

export type AddContactRefusal = ContactFault | "not_permitted" | "already_kept";

/** Writes down somebody whom the school may write to. An address that the school has already is refused. */
export async function addContact(
  wiring: Wiring,
  actor: Actor,
  { contact: typed }: { contact: ContactFields },
): Promise<Outcome<{ contactId: string }, AddContactRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockContacts(tx, actor);
    const read = await readContactForm(tx, { actor, typed, now });
    if (!read.ok) return read;
    const contactId = await insertContact(tx, read.value);
    if (contactId === null) return refused("already_kept");
    await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition: "add", to: "kept", now });
    return done({ contactId });
  });
}
