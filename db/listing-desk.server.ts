import { sql } from "kysely";
import type { ListingState } from "~/domain/listing/lifecycle";
import type { ScopeTx } from "./scope.server";

interface DeskQuery {
  schoolId: string;
  /** Part of a title or of an organisation's name; empty for all. */
  words: string;
}

/** How many listings of the school are in each state. */
export async function countListingsByState(tx: ScopeTx, query: DeskQuery): Promise<Record<ListingState, number>> {
  const rows = await deskListings(tx, query)
    .select((eb) => ["l.state", eb.fn.countAll<string>().as("count")])
    .groupBy("l.state")
    .execute();
  const counts = { in_review: 0, published: 0, paused: 0, archived: 0 };
  for (const { state, count } of rows) counts[state as ListingState] = Number(count);
  return counts;
}

/** A page of the school's listings in one state: those in review in the order they came, the others by their last change. */
export function listListings(tx: ScopeTx, query: DeskQuery & { state: ListingState; limit: number; offset: number }) {
  const inState = deskListings(tx, query)
    .select([
      "l.id",
      "l.seats",
      "l.created_at",
      "l.updated_at",
      "p.title",
      "p.kind",
      "p.lead_mentor_id",
      "o.name as organisation_name",
      sql<boolean>`p.source is not null`.as("is_imported"),
      sql<number>`coalesce(jsonb_array_length(p.source -> 'warnings'), 0)`.as("warning_count"),
    ])
    .where("l.state", "=", query.state)
    .limit(query.limit)
    .offset(query.offset);
  const ordered =
    query.state === "in_review" ? inState.orderBy("l.created_at") : inState.orderBy("l.updated_at", "desc");
  return ordered.orderBy("l.id").execute();
}

/** Ids of all listings in review that the query finds, in the order they came. */
export async function listIdsInReview(tx: ScopeTx, query: DeskQuery): Promise<string[]> {
  const rows = await deskListings(tx, query)
    .select("l.id")
    .where("l.state", "=", "in_review")
    .orderBy("l.created_at")
    .orderBy("l.id")
    .execute();
  return rows.map((row) => row.id);
}

function deskListings(tx: ScopeTx, { schoolId, words }: DeskQuery) {
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .where("l.school_id", "=", schoolId)
    .$if(words !== "", (select) =>
      select.where((eb) => eb.or([eb("p.title", "ilike", pattern), eb("o.name", "ilike", pattern)])),
    );
}

/** The newest upload of the school that brought or touched a placement, or undefined. */
export async function findImportOfPlacement(
  tx: ScopeTx,
  { schoolId, districtId, placementId }: { schoolId: string; districtId: string; placementId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("import_rows")
    .select("import_id")
    .where("school_id", "=", schoolId)
    .where("district_id", "=", districtId)
    .where("placement_id", "=", placementId)
    .orderBy("import_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.import_id;
}

/** Seats and note of a listing, which belong to the school alone. */
export async function updateListing(
  tx: ScopeTx,
  {
    schoolId,
    listingId,
    seats,
    reviewNote,
    now,
  }: { schoolId: string; listingId: string; seats: number; reviewNote: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("listings")
    .set({ seats, review_note: reviewNote, updated_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", listingId)
    .execute();
}

/** Somebody of the school has read that these mentors are named; what was read before stays. Answers whether there is such a listing. */
export async function addReviewedMentors(
  tx: ScopeTx,
  { schoolId, listingId, mentorIds }: { schoolId: string; listingId: string; mentorIds: readonly string[] },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("listings")
    .set({
      reviewed_mentor_ids: sql<string[]>`array(
        select distinct named from unnest(reviewed_mentor_ids || ${[...mentorIds]}::uuid[]) as named)`,
    })
    .where("school_id", "=", schoolId)
    .where("id", "=", listingId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
