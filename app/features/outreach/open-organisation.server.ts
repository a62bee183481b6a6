import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { listContactsAt, listListingsOf } from "~db/contacts-at.server";
import { findOrganisation, listOrganisationMentors } from "~db/organisation-mentors.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listSites } from "~db/sites.server";

/**
 * One organisation of the district as a school knows it: its mentors and places of work, which are the district's, and the contacts that
 * the school keeps there and what is offered to its students, which are the school's own.
 */
export async function openOrganisation(wiring: Wiring, actor: Actor, { organisationId }: { organisationId: string }) {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const organisation = await findOrganisation(tx, { districtId, organisationId });
    if (!organisation) return refused("not_found");
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    return done({
      organisation,
      contacts: await listContactsAt(tx, { schoolId, organisationName: organisation.name, organisationId }),
      mentors: (await listOrganisationMentors(tx, { districtId, organisationId, on })).map(({ id, full_name }) => ({
        id,
        fullName: full_name,
      })),
      sites: await listSites(tx, { districtId, organisationId }),
      listings: await listListingsOf(tx, { schoolId, organisationId }),
    });
  });
}
