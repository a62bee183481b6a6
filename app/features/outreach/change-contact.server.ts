import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ContactFields } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockContacts } from "~db/contact-book.server";
import { type ContactRecord, findContactByMail, lockContact, updateContact } from "~db/contacts.server";
import { withScope } from "~db/scope.server";
import { type ContactFault, readContactForm } from "./read-contact-form.server";

export type ChangeContactRefusal = ContactFault | "not_permitted" | "not_found" | "already_kept" | "changed_meanwhile";

/** Changes what is written down about a contact, unless somebody changed it since the form was opened (`revision`). */
export async function changeContact(
  wiring: Wiring,
  actor: Actor,
  { contactId, revision, contact: typed }: { contactId: string; revision: number; contact: ContactFields },
): Promise<Outcome<null, ChangeContactRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockContacts(tx, actor);
    const before = await lockContact(tx, { schoolId, contactId });
    if (!before) return refused("not_found");
    if (before.revision !== revision) return refused("changed_meanwhile");
    const read = await readContactForm(tx, { actor, typed, now });
    if (!read.ok) return read;
    const { mail } = read.value;
    const holder = mail === "" ? undefined : await findContactByMail(tx, { schoolId, mail });
    if (holder !== undefined && holder !== contactId) return refused("already_kept");
    await updateContact(tx, { ...read.value, contactId });
    const evidence = changedIn(before, read.value).join(", ");
    await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition: "change", evidence, now });
    return done(null);
  });
}

/** Names of the fields that differ; the log holds no words about people. */
function changedIn(before: ContactRecord, after: ContactFields): string[] {
  const fields = Object.keys(before).filter((name) => name in after) as (keyof ContactFields)[];
  return fields.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
