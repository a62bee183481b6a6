import { sql } from "kysely";
import { PLACE_HOLDING_STATES } from "~/domain/pursuit/lifecycle";
import type { ScopeTx } from "./scope.server";

interface WishKey {
  schoolId: string;
  studentId: string;
  listingId: string;
}

/** Saves a wish at the end of the student's list; saving it again changes nothing. Answers whether it is new. */
export async function insertWish(
  tx: ScopeTx,
  { schoolId, studentId, listingId, recordedBy = null }: WishKey & { recordedBy?: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto("wishes")
    .columns(["school_id", "student_id", "listing_id", "place", "recorded_by"])
    .expression((eb) =>
      eb
        .selectFrom("wishes")
        .select([
          sql<string>`${schoolId}::uuid`.as("school_id"),
          sql<string>`${studentId}::uuid`.as("student_id"),
          sql<string>`${listingId}::uuid`.as("listing_id"),
          sql<number>`least(coalesce(max(place), 0) + 1, 32767)`.as("place"),
          sql<string | null>`${recordedBy}::uuid`.as("recorded_by"),
        ])
        .where("school_id", "=", schoolId)
        .where("student_id", "=", studentId),
    )
    .onConflict((conflict) => conflict.columns(["school_id", "student_id", "listing_id"]).doNothing())
    .executeTakeFirst();
  return added === 1n;
}

/** Takes a wish off the list; one that is not there is gone already. */
export async function deleteWish(tx: ScopeTx, { schoolId, studentId, listingId }: WishKey): Promise<void> {
  await tx
    .deleteFrom("wishes")
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("listing_id", "=", listingId)
    .execute();
}

/** A student's wishes with their placement, dearest first; those whose listing is over are left out. */
export function listWishRows(tx: ScopeTx, { schoolId, studentId }: Omit<WishKey, "listingId">) {
  return tx
    .selectFrom("wishes as w")
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "w.school_id").onRef("l.id", "=", "w.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .leftJoin("people as r", (join) =>
      join.onRef("r.school_id", "=", "w.school_id").onRef("r.id", "=", "w.recorded_by"),
    )
    .select(["w.listing_id", "p.title", "p.kind", "o.name as organisation_name", "r.full_name as recorded_by_name"])
    .where("w.school_id", "=", schoolId)
    .where("w.student_id", "=", studentId)
    .where("l.state", "=", "published")
    .orderBy("w.place")
    .orderBy("w.listing_id")
    .execute();
}

/** All wishes of a student, dearest first, locked until the end of the transaction; `isShown`: its listing is published. */
export async function lockWishes(
  tx: ScopeTx,
  { schoolId, studentId }: Omit<WishKey, "listingId">,
): Promise<{ id: string; isShown: boolean }[]> {
  const rows = await tx
    .selectFrom("wishes as w")
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "w.school_id").onRef("l.id", "=", "w.listing_id"),
    )
    .select(["w.listing_id", "l.state"])
    .where("w.school_id", "=", schoolId)
    .where("w.student_id", "=", studentId)
    .orderBy("w.place")
    .orderBy("w.listing_id")
    .forNoKeyUpdate("w")
    .execute();
  return rows.map(({ listing_id: id, state }) => ({ id, isShown: state === "published" }));
}

/** Numbers a student's wishes in this order, from 1. */
export async function putWishOrder(
  tx: ScopeTx,
  { schoolId, studentId, listingIds }: Omit<WishKey, "listingId"> & { listingIds: readonly string[] },
): Promise<void> {
  await sql`update wishes w set place = ordered.place
    from unnest(${[...listingIds]}::uuid[]) with ordinality as ordered (listing_id, place)
    where w.school_id = ${schoolId} and w.student_id = ${studentId} and w.listing_id = ordered.listing_id`.execute(tx);
}

/** Only the listings, dearest first. */
export async function listWishedListingIds(tx: ScopeTx, whose: Omit<WishKey, "listingId">): Promise<string[]> {
  const rows = await wishedListings(tx, whose).execute();
  return rows.map(({ listing_id }) => listing_id);
}

/** The same as a piece of a larger query. */
export function wishedListings(tx: ScopeTx, { schoolId, studentId }: Omit<WishKey, "listingId">) {
  return tx
    .selectFrom("wishes")
    .select("listing_id")
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .orderBy("place")
    .orderBy("listing_id");
}

/**
 * How many students want each listing: who saved it or asked for it, looks for a place now and has none in view, the student
 * who asks left out. A listing that nobody wants is not in the answer.
 */
export async function countWanting(
  tx: ScopeTx,
  { schoolId, exceptStudentId }: { schoolId: string; exceptStudentId: string },
): Promise<Map<string, number>> {
  const rows = await tx
    .with("wanted", (db) =>
      db
        .selectFrom("wishes")
        .select(["listing_id", "student_id"])
        .where("school_id", "=", schoolId)
        .union(
          db
            .selectFrom("pursuits")
            .select(["listing_id", "student_id"])
            .where("school_id", "=", schoolId)
            .where("state", "=", "requested"),
        ),
    )
    .selectFrom("wanted as w")
    .innerJoin("students as st", (join) => join.onRef("st.id", "=", "w.student_id").on("st.school_id", "=", schoolId))
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select((eb) => ["w.listing_id", eb.fn.countAll<number>().as("count")])
    .where("st.seeking", "=", true)
    .where("pe.left_on", "is", null)
    .where("w.student_id", "<>", exceptStudentId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("pursuits as u")
            .select("u.id")
            .whereRef("u.school_id", "=", "st.school_id")
            .whereRef("u.student_id", "=", "st.id")
            .where("u.state", "in", [...PLACE_HOLDING_STATES]),
        ),
      ),
    )
    .groupBy("w.listing_id")
    .execute();
  return new Map(rows.map(({ listing_id, count }) => [listing_id, Number(count)]));
}
