import { organisationNameKey } from "~/domain/organisation/name-key";
import type { ContactRecord } from "~db/contacts.server";
import { countPublishedOf, listContactsAt } from "~db/contacts-at.server";
import { listOrganisationMentors } from "~db/organisation-mentors.server";
import { findOrganisationByKey } from "~db/organisation-names.server";
import type { ScopeTx } from "~db/scope.server";

interface OfContact {
  schoolId: string;
  districtId: string;
  contact: ContactRecord;
  /** Civil date of the school. */
  on: string;
}

/**
 * What the school knows of the organisation of a contact: who else there is kept, and, where it is a host of the district by its name, its
 * mentors and how many of its placements the school has published. Null where none is written down.
 */
export async function readOrganisationOf(tx: ScopeTx, { schoolId, districtId, contact, on }: OfContact) {
  const { id: contactId, organisationName } = contact;
  if (organisationName.trim() === "") return null;
  const organisationId =
    contact.organisationId ??
    (await findOrganisationByKey(tx, { districtId, nameKey: organisationNameKey(organisationName) }));
  return {
    contacts: await listContactsAt(tx, { schoolId, contactId, organisationName, organisationId }),
    host: organisationId && {
      id: organisationId,
      mentors: (await listOrganisationMentors(tx, { districtId, organisationId, on })).map(
        ({ full_name }) => full_name,
      ),
      published: await countPublishedOf(tx, { schoolId, organisationId }),
    },
  };
}
