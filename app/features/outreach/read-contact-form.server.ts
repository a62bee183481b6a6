import type { StaffActor } from "~/domain/actor";
import { readContact } from "~/domain/imports/read-contact";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ContactFields } from "~/domain/outreach/contact";
import type { ContactWrite } from "~db/contacts.server";
import { findOrganisationByKey } from "~db/organisation-names.server";
import type { ScopeTx } from "~db/scope.server";
import { listOwners } from "./list-owners.server";

export type ContactFault = "name_missing" | "mail_unclear" | "unreachable" | "owner_unknown";

/**
 * What was typed about somebody as it is written down: the address in small letters, the organisation of that name if the
 * district knows one, an owner who works at the school. Needs a name, and an address or a phone number.
 */
export async function readContactForm(
  tx: ScopeTx,
  { actor, typed, now }: { actor: StaffActor; typed: ContactFields; now: Date },
): Promise<Outcome<ContactWrite, ContactFault>> {
  const { schoolId, districtId } = actor;
  const fullName = typed.fullName.trim();
  if (fullName === "") return refused("name_missing");
  const mail = typed.mail.trim() === "" ? "" : readContact({ name: fullName, mail: typed.mail.trim() }, () => {})?.mail;
  if (mail === undefined) return refused("mail_unclear");
  const phone = typed.phone.trim();
  if (mail === "" && phone === "") return refused("unreachable");
  if (typed.ownerId !== null) {
    const owners = await listOwners(tx, { schoolId, now });
    if (!owners.some(({ personId }) => personId === typed.ownerId)) return refused("owner_unknown");
  }
  const organisationName = typed.organisationName.trim();
  const nameKey = organisationNameKey(organisationName);
  const organisationId = nameKey === "" ? null : await findOrganisationByKey(tx, { districtId, nameKey });
  const { language, tags, ownerId, origin, originNote, timeZone } = typed;
  return done({
    ...{ schoolId, districtId, fullName, title: typed.title.trim(), organisationName, organisationId },
    ...{ mail, phone, language, tags, ownerId, origin, originNote: originNote.trim(), timeZone, now },
  });
}
