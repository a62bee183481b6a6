import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { forgottenSoonOn } from "~/domain/outreach/unanswered";
import type { Wiring } from "~/wiring";
import { listContactImports } from "~db/contact-imports.server";
import { listContactNotes } from "~db/contact-notes.server";
import { type ContactRecord, findContact, listAlikeContacts } from "~db/contacts.server";
import { listContactsApart } from "~db/contacts-apart.server";
import { findKnownMentor } from "~db/known-mentors.server";
import { isSuppressed } from "~db/mail-delivery.server";
import { listOutreachMails } from "~db/outreach-mails.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findUnanswered } from "~db/unanswered-contacts.server";
import { listContactMerges } from "./list-contact-merges.server";
import { listOwners } from "./list-owners.server";
import { readOrganisationOf } from "./read-organisation-of.server";

/** One contact with what was written down, who else is at the organization, and what the district knows of the address. */
export async function openContact(wiring: Wiring, actor: Actor, { contactId }: { contactId: string }) {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const contact = await findContact(tx, { schoolId, contactId });
    if (!contact) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const today = civilDate(now, school.time_zone);
    const mentor = await knownMentorOf(tx, { contact, districtId, on: today });
    const unanswered = mentor ? undefined : await findUnanswered(tx, { schoolId, contactId });
    return done({
      contact,
      organisation: await readOrganisationOf(tx, { schoolId, districtId, contact, on: today }),
      forgottenOn: unanswered ? forgottenSoonOn(unanswered, today) : null,
      today,
      mails: await listOutreachMails(tx, { schoolId, contactId }),
      notes: await listContactNotes(tx, { schoolId, contactId }),
      files: await listContactImports(tx, { schoolId, contactId }),
      merges: await listContactMerges(tx, { districtId, schoolId, contactId, now }),
      timeZone: school.time_zone,
      isSilent: await isSilent(tx, { contact, districtId }),
      mentor: mentor ?? null,
      alike: await listAlikeContacts(tx, { schoolId, contactId, fullName: contact.fullName, phone: contact.phone }),
      apart: await listContactsApart(tx, { schoolId, contactId }),
      owners: await listOwners(tx, { schoolId, now }),
      languages: [...new Set(["en", ...school.languages, contact.language])],
    });
  });
}

interface OfDistrict {
  contact: Pick<ContactRecord, "mail">;
  districtId: string;
}

/** True when somebody who reads at the address asked for silence, or mails do not arrive there. */
export async function isSilent(tx: ScopeTx, { contact: { mail }, districtId }: OfDistrict): Promise<boolean> {
  return mail !== "" && isSuppressed(tx, { recipient_mail: mail, category: "outreach", district_id: districtId });
}

async function knownMentorOf(tx: ScopeTx, { contact: { mail }, districtId, on }: OfDistrict & { on: string }) {
  return mail === "" ? undefined : findKnownMentor(tx, { districtId, mail, on });
}
