import type { LinkActor, MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listDistrictSchools } from "~db/offered-listings.server";
import { findOrganisation } from "~db/organisation-mentors.server";
import { withScope } from "~db/scope.server";

/** For which school somebody gives, and for whom. A donor has no door into the school: the fund acts there for them. */
export interface Giver {
  schoolId: string;
  districtId: string;
  organisationId: string | null;
  organisationName: string;
  mentorId: string | null;
}

/** A link gives to its own school, a mentor to any school of their district. */
export async function findGiver(
  wiring: Wiring,
  actor: LinkActor | MentorActor,
  { schoolId }: { schoolId: string },
): Promise<Outcome<Giver, "not_permitted" | "not_found">> {
  const { districtId, organisationId } = actor;
  if (actor.kind === "link")
    return actor.linkKind === "give" && actor.subjectId === actor.schoolId
      ? done({ schoolId: actor.schoolId, districtId, organisationId, organisationName: "", mentorId: null })
      : refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const schools = await listDistrictSchools(tx, districtId);
    if (!schools.some(({ id }) => id === schoolId)) return refused("not_found");
    const organisation = await findOrganisation(tx, { districtId, organisationId: actor.organisationId });
    const organisationName = organisation?.name ?? "";
    return done({ schoolId, districtId, organisationId, organisationName, mentorId: actor.mentorId });
  });
}
