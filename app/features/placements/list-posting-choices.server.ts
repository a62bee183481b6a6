import { civilDate } from "~/clock";
import type { MentorActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listDistrictSchools } from "~db/offered-listings.server";
import { listOrganisationMentors } from "~db/organisation-mentors.server";
import { withScope } from "~db/scope.server";
import { listAreas, listSites } from "~db/sites.server";

/** What a mentor can choose from when posting: colleagues, places, areas and schools of the district. */
export async function listPostingChoices(wiring: Wiring, actor: MentorActor) {
  return withScope(wiring, actor, async (tx) => {
    const schools = await listDistrictSchools(tx, actor.districtId);
    const on = civilDate(wiring.clock.now(), schools[0]?.time_zone ?? "UTC");
    return {
      schools,
      areas: await listAreas(tx, actor.districtId),
      sites: await listSites(tx, actor),
      mentors: await listOrganisationMentors(tx, { ...actor, on }),
    };
  });
}

export type PostingChoices = Awaited<ReturnType<typeof listPostingChoices>>;
