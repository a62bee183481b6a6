import type { ScopeTx } from "./scope.server";

/** Schools of the district, by name: where a host can offer a placement. */
export function listDistrictSchools(tx: ScopeTx, districtId: string) {
  return tx
    .selectFrom("schools")
    .select(["id", "name", "time_zone", "latitude", "longitude"])
    .where("district_id", "=", districtId)
    .orderBy("name")
    .execute();
}

/** The listings of an organisation in all schools of the district; of one placement where it is named. */
export function listOwnListings(
  tx: ScopeTx,
  { districtId, organisationId, placementId }: { districtId: string; organisationId: string; placementId?: string },
) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("schools as s", "s.id", "l.school_id")
    .select(["l.id", "l.school_id", "s.name as school_name", "l.placement_id", "l.state", "l.seats", "l.review_note"])
    .where("l.district_id", "=", districtId)
    .where("l.organisation_id", "=", organisationId)
    .$if(placementId !== undefined, (query) => query.where("l.placement_id", "=", placementId ?? ""))
    .orderBy("s.name")
    .orderBy("l.id")
    .execute();
}

/**
 * Listings in review with a note of the school that its host has not answered: nothing of the placement was changed since. The one
 * that waits longest comes first.
 */
export function listGivenBack(
  tx: ScopeTx,
  { districtId, organisationId }: { districtId: string; organisationId: string },
) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("schools as s", "s.id", "l.school_id")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select([
      "l.id",
      "l.school_id",
      "l.placement_id",
      "l.updated_at",
      "p.title",
      "s.name as school_name",
      "s.time_zone",
    ])
    .where("l.district_id", "=", districtId)
    .where("l.organisation_id", "=", organisationId)
    .where("l.state", "=", "in_review")
    .where("l.review_note", "<>", "")
    .whereRef("l.updated_at", ">", "p.updated_at")
    .where("p.erased_at", "is", null)
    .orderBy("l.updated_at")
    .orderBy("l.id")
    .execute();
}

export type OwnListing = Awaited<ReturnType<typeof listOwnListings>>[number];

/** Offers a placement at schools; each reviews it before any student sees it. Schools that have it already keep theirs. */
export async function insertOffers(
  tx: ScopeTx,
  offer: {
    districtId: string;
    organisationId: string;
    placementId: string;
    schoolIds: readonly string[];
    seats: number;
    now: Date;
  },
): Promise<void> {
  if (offer.schoolIds.length === 0) return;
  await tx
    .insertInto("listings")
    .values(
      offer.schoolIds.map((schoolId) => ({
        school_id: schoolId,
        district_id: offer.districtId,
        organisation_id: offer.organisationId,
        placement_id: offer.placementId,
        seats: offer.seats,
        created_at: offer.now.toISOString(),
        updated_at: offer.now.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(["school_id", "placement_id"]).doNothing())
    .execute();
}
