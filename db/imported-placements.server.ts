import type { ImportedPlacement } from "~/domain/imports/imported-placement";
import type { ScopeTx } from "./scope.server";

/** A placement of the district that an earlier import made, with its listing at the actor's school. */
export function listImportedPlacements(
  tx: ScopeTx,
  { districtId, schoolId, sourceKeys }: { districtId: string; schoolId: string; sourceKeys: readonly string[] },
) {
  return tx
    .selectFrom("placements as p")
    .leftJoin("listings as l", (join) => join.onRef("l.placement_id", "=", "p.id").on("l.school_id", "=", schoolId))
    .select([
      "p.id",
      "p.source_key",
      "p.source_hash",
      "p.revision",
      "p.seats",
      "p.organisation_id",
      "p.lead_mentor_id",
      "l.id as listing_id",
      "l.seats as listing_seats",
    ])
    .where("p.district_id", "=", districtId)
    .where("p.source_key", "in", [...sourceKeys])
    .execute();
}

export type KnownPlacement = Awaited<ReturnType<typeof listImportedPlacements>>[number];

/** What the tables keep of a row. */
export interface PlacementWrite {
  districtId: string;
  organisationId: string;
  siteId: string | null;
  leadMentorId: string | null;
  placement: ImportedPlacement;
  interestIds: readonly string[];
  /** Where it came from: file, row, values, warnings. */
  source: object;
  sourceKey: string;
  sourceHash: string;
  now: Date;
}

export async function insertImportedPlacement(tx: ScopeTx, write: PlacementWrite): Promise<string> {
  const { id } = await tx
    .insertInto("placements")
    .values({
      district_id: write.districtId,
      organisation_id: write.organisationId,
      source_key: write.sourceKey,
      created_at: write.now.toISOString(),
      ...columnsOf(write),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeDaysAndInterests(tx, write, id);
  return id;
}

/** Writes a changed row over a placement nobody has edited since; its revision stays, so the next file may do so again. */
export async function updateImportedPlacement(tx: ScopeTx, placementId: string, write: PlacementWrite): Promise<void> {
  const key = { district_id: write.districtId, placement_id: placementId };
  await tx
    .updateTable("placements")
    .set(columnsOf(write))
    .where("district_id", "=", write.districtId)
    .where("id", "=", placementId)
    .execute();
  for (const table of ["placement_days", "placement_interests"] as const) {
    await tx
      .deleteFrom(table)
      .where("district_id", "=", key.district_id)
      .where("placement_id", "=", key.placement_id)
      .execute();
  }
  await writeDaysAndInterests(tx, write, placementId);
}

function columnsOf({ placement, ...write }: PlacementWrite) {
  return {
    kind: placement.kind,
    title: placement.title,
    student_will_do: placement.description,
    skills: placement.skills,
    aliases: placement.aliases,
    site_id: write.siteId,
    lead_mentor_id: write.leadMentorId,
    seats: placement.seats,
    starts_on: placement.startsOn,
    ends_on: placement.endsOn,
    basis: placement.kind === "service_learning" ? "service_learning" : "unpaid_educational",
    source: JSON.stringify(write.source),
    source_hash: write.sourceHash,
    updated_at: write.now.toISOString(),
  };
}

async function writeDaysAndInterests(tx: ScopeTx, write: PlacementWrite, placementId: string): Promise<void> {
  const key = { district_id: write.districtId, organisation_id: write.organisationId, placement_id: placementId };
  const { days, seats } = write.placement;
  if (days.length > 0) {
    const rows = days.map((day) => ({
      ...key,
      weekday: day.weekday,
      starts_at: day.startsAt,
      ends_at: day.endsAt,
      seats,
    }));
    await tx.insertInto("placement_days").values(rows).execute();
  }
  if (write.interestIds.length > 0) {
    const rows = write.interestIds.map((interestId) => ({ ...key, interest_id: interestId, guessed: true }));
    await tx.insertInto("placement_interests").values(rows).execute();
  }
}

/** Offers an imported placement at the school; a coordinator reviews it before anybody sees it. */
export async function insertListingInReview(
  tx: ScopeTx,
  listing: {
    schoolId: string;
    districtId: string;
    organisationId: string;
    placementId: string;
    seats: number;
    now: Date;
  },
): Promise<void> {
  await tx
    .insertInto("listings")
    .values({
      school_id: listing.schoolId,
      district_id: listing.districtId,
      organisation_id: listing.organisationId,
      placement_id: listing.placementId,
      seats: listing.seats,
      created_at: listing.now.toISOString(),
      updated_at: listing.now.toISOString(),
    })
    .execute();
}

export async function updateListingSeats(
  tx: ScopeTx,
  { schoolId, listingId, seats, now }: { schoolId: string; listingId: string; seats: number; now: Date },
): Promise<void> {
  await tx
    .updateTable("listings")
    .set({ seats, updated_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", listingId)
    .execute();
}
