import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** Locks a listing for this transaction and answers what decides about places and seats. */
export function lockListing(tx: ScopeTx, { schoolId, listingId }: { schoolId: string; listingId: string }) {
  return tx
    .selectFrom("listings")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", listingId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** One listing with its placement, organisation, site and lead mentor, as staff of the school may see it. */
export function findListing(tx: ScopeTx, { schoolId, listingId }: { schoolId: string; listingId: string }) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .leftJoin("sites as s", (join) => join.onRef("s.district_id", "=", "p.district_id").onRef("s.id", "=", "p.site_id"))
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .select([
      "l.id as listing_id",
      "l.school_id",
      "l.state",
      "l.seats",
      "l.published_at",
      "l.review_note",
      "p.id as placement_id",
      "p.district_id",
      "p.organisation_id",
      "p.kind",
      "p.title",
      "p.student_will_do",
      "p.skills",
      "p.aliases",
      "p.host_gains",
      "p.requirements",
      "p.length_unit",
      "p.length_count",
      "p.starts_on",
      "p.ends_on",
      "p.languages",
      "p.minimum_grade",
      "p.maximum_grade",
      "p.minimum_age",
      "p.basis",
      "p.source",
      "p.lead_mentor_id",
      "p.revision",
      "o.name as organisation_name",
      "o.sector",
      "o.about as organisation_about",
      "s.name as site_name",
      "s.mode as site_mode",
      "s.street",
      "s.city",
      "s.postcode",
      "s.area_id",
      "s.latitude",
      "s.longitude",
      "s.located_by",
      "m.name_used as mentor_name",
      "m.suspended_at as mentor_suspended_at",
    ])
    .where("l.school_id", "=", schoolId)
    .where("l.id", "=", listingId)
    .executeTakeFirst();
}

export type ListingDetail = NonNullable<Awaited<ReturnType<typeof findListing>>>;

/** Weekdays, hours and seats per day of a placement, Monday first. */
export function listPlacementDays(
  tx: ScopeTx,
  { districtId, placementId }: { districtId: string; placementId: string },
) {
  return tx
    .selectFrom("placement_days")
    .select(["weekday", "starts_at", "ends_at", "seats"])
    .where("district_id", "=", districtId)
    .where("placement_id", "=", placementId)
    .orderBy("weekday")
    .execute();
}

/** Numbers of the pursuit places in use. */
export async function listTakenPlaces(
  tx: ScopeTx,
  { schoolId, listingId }: { schoolId: string; listingId: string },
): Promise<number[]> {
  const rows = await tx
    .selectFrom("pursuit_places")
    .select("place_no")
    .where("school_id", "=", schoolId)
    .where("listing_id", "=", listingId)
    .execute();
  return rows.map((row) => row.place_no);
}

export async function insertPursuitPlace(
  tx: ScopeTx,
  place: { schoolId: string; listingId: string; placeNo: number; pursuitId: string },
): Promise<void> {
  await tx
    .insertInto("pursuit_places")
    .values({
      school_id: place.schoolId,
      listing_id: place.listingId,
      place_no: place.placeNo,
      pursuit_id: place.pursuitId,
    })
    .execute();
}

/** Gives back the place and the seat of a pursuit that has ended. */
export async function freePlaceAndSeat(
  tx: ScopeTx,
  { schoolId, pursuitId }: { schoolId: string; pursuitId: string },
): Promise<void> {
  await tx.deleteFrom("pursuit_places").where("school_id", "=", schoolId).where("pursuit_id", "=", pursuitId).execute();
  await tx.deleteFrom("seat_holds").where("school_id", "=", schoolId).where("pursuit_id", "=", pursuitId).execute();
}

/** Seat numbers held on any of the weekdays within the dates. */
export async function listHeldSeats(
  tx: ScopeTx,
  stay: {
    schoolId: string;
    listingId: string;
    weekdays: readonly number[];
    startsOn: string | null;
    endsOn: string | null;
  },
): Promise<number[]> {
  const rows = await tx
    .selectFrom("seat_holds")
    .select("seat_no")
    .distinct()
    .where("school_id", "=", stay.schoolId)
    .where("listing_id", "=", stay.listingId)
    .where("weekday", "in", [...stay.weekdays])
    .where(sql<boolean>`during && daterange(${stay.startsOn}::date, ${stay.endsOn}::date, '[]')`)
    .execute();
  return rows.map((row) => row.seat_no);
}

export async function insertSeatHolds(
  tx: ScopeTx,
  hold: {
    schoolId: string;
    listingId: string;
    pursuitId: string;
    seatNo: number;
    weekdays: readonly number[];
    startsOn: string | null;
    endsOn: string | null;
  },
): Promise<void> {
  await tx
    .insertInto("seat_holds")
    .values(
      hold.weekdays.map((weekday) => ({
        school_id: hold.schoolId,
        listing_id: hold.listingId,
        pursuit_id: hold.pursuitId,
        seat_no: hold.seatNo,
        weekday,
        during: sql<string>`daterange(${hold.startsOn}::date, ${hold.endsOn}::date, '[]')`,
      })),
    )
    .execute();
}
