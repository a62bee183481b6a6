import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type ContactFields, mergedContact } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { countContactNotes } from "~db/contact-notes.server";
import { type ContactRecord, findContact } from "~db/contacts.server";
import { isSilentByWish } from "~db/mail-delivery.server";
import { withScope } from "~db/scope.server";
import { isSilent } from "./open-contact.server";

export interface MergePreview {
  kept: ContactRecord;
  other: ContactRecord;
  /** What the kept one says afterwards. */
  merged: ContactFields;
  /** Notes and calls that come over. */
  noteCount: number;
  /** The other address, which goes; "" when none does. */
  lostMail: string;
  /** Nobody writes to the kept address afterwards, because somebody wished so at the other one. */
  silenceComes: boolean;
}

/** What would become of two contacts who are one person. Changes nothing. */
export async function previewMerge(
  wiring: Wiring,
  actor: Actor,
  { contactId, otherId }: { contactId: string; otherId: string },
): Promise<Outcome<MergePreview, "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const kept = await findContact(tx, { schoolId, contactId });
    const other = await findContact(tx, { schoolId, contactId: otherId });
    if (!kept || !other || contactId === otherId) return refused("not_found");
    const merged = mergedContact(kept, other);
    const lostMail = other.mail !== merged.mail ? other.mail : "";
    const silenceComes =
      lostMail !== "" &&
      (await isSilentByWish(tx, { mail: other.mail, districtId })) &&
      !(await isSilent(tx, { contact: merged, districtId }));
    const noteCount = await countContactNotes(tx, { schoolId, contactId: otherId });
    return done({ kept, other, merged, noteCount, lostMail, silenceComes });
  });
}
