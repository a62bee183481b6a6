import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mergedContact } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockContacts } from "~db/contact-book.server";
import { deleteContact, lockContact, updateContact } from "~db/contacts.server";
import { isSilentByWish } from "~db/mail-delivery.server";
import { suppressMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { moveContact } from "./move-contact.server";
import { readContactForm } from "./read-contact-form.server";

export interface Merge {
  /** The one that stays. */
  contactId: string;
  otherId: string;
  /** As the preview showed them. */
  revision: number;
  otherRevision: number;
}

export type MergeRefusal = "not_permitted" | "not_found" | "changed_meanwhile";

/**
 * Makes one contact of two who are the same person: notes, calls and mails come together, and part again if it is undone within a week.
 * Silence that one of the addresses asked for holds for the person, so for the address that stays; that mails did not arrive at the other
 * one says nothing of it. No mail of a sequence follows an answer that stands under either.
 */
export async function mergeContacts(
  wiring: Wiring,
  actor: Actor,
  { contactId, otherId, revision, otherRevision }: Merge,
): Promise<Outcome<null, MergeRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockContacts(tx, actor);
    // Always in the same order, so that two who merge the same two never wait for each other.
    const locked = new Map();
    for (const id of [contactId, otherId].sort()) locked.set(id, await lockContact(tx, { schoolId, contactId: id }));
    const [kept, other] = [locked.get(contactId), locked.get(otherId)];
    if (!kept || !other || contactId === otherId) return refused("not_found");
    if (kept.revision !== revision || other.revision !== otherRevision) return refused("changed_meanwhile");
    const merged = mergedContact(kept, other);
    const wishesSilence = await isSilentByWish(tx, { mail: other.mail, districtId });
    await moveContact(tx, { actor, from: otherId, to: contactId, now });
    await deleteContact(tx, { schoolId, contactId: otherId });
    const written = await readContactForm(tx, { actor, typed: { ...merged, ownerId: null }, now });
    if (!written.ok) throw new Error(`contact ${contactId} cannot be written again: ${written.reason}`);
    await updateContact(tx, { ...written.value, ownerId: merged.ownerId, contactId });
    if (wishesSilence && merged.mail !== "" && merged.mail !== other.mail)
      await suppressMail(tx, { mail: merged.mail, category: "outreach", reason: "unsubscribed", districtId, now });
    const act = { actor, noun: "contact", evidence: `${otherId} into ${contactId}`, now };
    await recordAct(tx, { ...act, nounId: contactId, transition: "merge" });
    await recordAct(tx, { ...act, nounId: otherId, transition: "merge", to: "gone" });
    return done(null);
  });
}
