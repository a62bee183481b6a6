import type { ScopeTx } from "./scope.server";

/**
 * What somebody who was introduced does at their organisation, what they offer there without a placement, and the newest placement
 * they lead that is listed at the school. Undefined until they belong to an organisation.
 */
export async function findHostOffer(
  tx: ScopeTx,
  introduction: { school_id: string; district_id: string; organisation_id: string | null; mentor_id: string | null },
) {
  const {
    school_id: schoolId,
    district_id: districtId,
    organisation_id: organisationId,
    mentor_id: mentorId,
  } = introduction;
  if (organisationId === null || mentorId === null) return undefined;
  const listed = tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .where("l.school_id", "=", schoolId)
    .where("p.organisation_id", "=", organisationId)
    .where("p.lead_mentor_id", "=", mentorId)
    .orderBy("p.created_at", "desc")
    .orderBy("p.id", "desc")
    .limit(1);
  return tx
    .selectFrom("affiliations as a")
    .leftJoin("mentor_offers as o", (join) =>
      join
        .onRef("o.district_id", "=", "a.district_id")
        .onRef("o.organisation_id", "=", "a.organisation_id")
        .onRef("o.mentor_id", "=", "a.mentor_id")
        .on("o.ended_at", "is", null),
    )
    .select(["a.title", "o.what as open_offer"])
    .select([listed.select("l.id").as("listing_id"), listed.select("p.title").as("placement_title")])
    .where("a.district_id", "=", districtId)
    .where("a.organisation_id", "=", organisationId)
    .where("a.mentor_id", "=", mentorId)
    .orderBy("o.created_at", "desc")
    .executeTakeFirst();
}
