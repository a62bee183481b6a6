import { civilDate } from "~/clock";
import type { MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayPostPlacement } from "~/domain/placement/policy";
import { faultsOf, type PlacementPost } from "~/domain/placement/post";
import { listDistrictSchools } from "~db/offered-listings.server";
import { findOrganisation, listOrganisationMentors } from "~db/organisation-mentors.server";
import type { ScopeTx } from "~db/scope.server";
import { type Area, insertSite, listAreas, listSites } from "~db/sites.server";

export type PostRefusal =
  | "not_permitted"
  | "not_valid"
  | "unknown_mentor"
  | "unknown_site"
  | "unknown_area"
  | "unknown_school";

export interface CheckedPost {
  area: Area | null;
  organisationName: string;
}

/**
 * Whether a mentor may write this, and whether everything it names is there: people of the organisation, its places, areas
 * and schools of the district. Writes nothing, so that a refusal leaves nothing behind.
 */
export async function checkPost(
  tx: ScopeTx,
  actor: MentorActor,
  { post, now }: { post: PlacementPost; now: Date },
): Promise<Outcome<CheckedPost, PostRefusal>> {
  if (!mayPostPlacement(actor)) return refused("not_permitted");
  const [fault] = faultsOf(post);
  if (fault) return refused("not_valid", fault);
  const organisation = await findOrganisation(tx, actor);
  const schools = await listDistrictSchools(tx, actor.districtId);
  const on = civilDate(now, schools[0]?.time_zone ?? "UTC");
  const mentors = new Set((await listOrganisationMentors(tx, { ...actor, on })).map((mentor) => mentor.id));
  if (!organisation || !mentors.has(actor.mentorId)) return refused("not_permitted");
  if (![post.leadMentorId, ...post.backupIds].every((id) => mentors.has(id))) return refused("unknown_mentor");
  if (!post.schoolIds.every((id) => schools.some((school) => school.id === id))) return refused("unknown_school");
  const area = await findArea(tx, actor, post);
  return area.ok ? done({ area: area.value, organisationName: organisation.name }) : area;
}

/** The area that a new place is in: the one that was chosen, or the one that its postcode belongs to. */
async function findArea(
  tx: ScopeTx,
  actor: MentorActor,
  { site }: PlacementPost,
): Promise<Outcome<Area | null, "unknown_site" | "unknown_area">> {
  if ("id" in site) {
    const sites = await listSites(tx, actor);
    return sites.some(({ id }) => id === site.id) ? done(null) : refused("unknown_site");
  }
  const areas = await listAreas(tx, actor.districtId);
  if (site.areaId === null) {
    const postcode = site.postcode.slice(0, 5);
    return done(areas.find(({ postcodes }) => postcode !== "" && postcodes.includes(postcode)) ?? null);
  }
  const area = areas.find(({ id }) => id === site.areaId);
  return area ? done(area) : refused("unknown_area");
}

/** The place of a checked post; one that is new is written down for the next post too. */
export async function settleSite(
  tx: ScopeTx,
  actor: MentorActor,
  { site, checked }: { site: PlacementPost["site"]; checked: CheckedPost },
): Promise<string> {
  if ("id" in site) return site.id;
  const name = site.name || site.street || checked.area?.name || checked.organisationName;
  return insertSite(tx, { ...actor, site: { ...site, name }, area: checked.area });
}
