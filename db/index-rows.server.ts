import { sql } from "kysely";
import type { ScopeTx, SystemTx } from "./scope.server";

/** Schools of a district, for what has to be looked up school by school. */
export async function listSchoolIds(tx: SystemTx, districtId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("schools")
    .select("id")
    .where("district_id", "=", districtId)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Microseconds of the database's clock before anything is read: what is read afterwards is at least this new. */
export async function readVersion(tx: ScopeTx | SystemTx): Promise<number> {
  const { rows } = await sql<{
    version: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000000)::bigint as version`.execute(tx);
  return rows[0]?.version ?? 0;
}

/** A mark of the last change of a search index (migration 0071): another one after every write. */
export async function findIndexChange(tx: ScopeTx, index: string): Promise<string | null> {
  const row = await tx.selectFrom("search_indexes").select("changed").where("name", "=", index).executeTakeFirst();
  return row?.changed ?? null;
}

/** The next ids of a district's placements, in order. */
export async function listPlacementIds(
  tx: ScopeTx,
  { districtId, after, limit }: { districtId: string; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("placements")
    .select("id")
    .where("district_id", "=", districtId)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** A placement that a school lists, another one each time; undefined where it lists none. */
export async function findSomeListedPlacement(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("listings")
    .select("placement_id")
    .where("school_id", "=", schoolId)
    .where("state", "=", "published")
    .orderBy(sql`random()`)
    .limit(1)
    .executeTakeFirst();
  return row?.placement_id;
}

/** Placements a school lists that were over, or of which somebody's seat came free, when a day began. */
export function listPlacementsOverSince(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select(["l.district_id", "l.placement_id"])
    .where("l.school_id", "=", schoolId)
    .where("l.state", "=", "published")
    .where((eb) =>
      eb.or([
        eb("p.ends_on", "=", sql<string>`${on}::date - 1`),
        eb.exists(
          eb
            .selectFrom("seat_holds as h")
            .select("h.listing_id")
            .whereRef("h.school_id", "=", "l.school_id")
            .whereRef("h.listing_id", "=", "l.id")
            .where(sql<boolean>`upper(h.during) = ${on}::date`),
        ),
      ]),
    )
    .orderBy("l.placement_id")
    .execute();
}

/** What the index holds of placements, whatever school lists them. */
export function listPlacementsToIndex(
  tx: ScopeTx,
  { districtId, placementIds }: { districtId: string; placementIds: readonly string[] },
) {
  return tx
    .selectFrom("placements as p")
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .leftJoin("sites as s", (join) => join.onRef("s.district_id", "=", "p.district_id").onRef("s.id", "=", "p.site_id"))
    .leftJoin("areas as a", (join) => join.onRef("a.district_id", "=", "s.district_id").onRef("a.id", "=", "s.area_id"))
    .select((eb) => [
      "p.id",
      "p.kind",
      "p.title",
      "p.student_will_do",
      "p.skills",
      "p.aliases",
      "p.requirements",
      "p.languages",
      "p.minimum_grade",
      "p.maximum_grade",
      "p.minimum_age",
      "p.starts_on",
      "p.ends_on",
      "p.erased_at",
      "o.id as organisation_id",
      "o.name as organisation_name",
      "s.name as site_name",
      "s.mode as site_mode",
      "s.city",
      "s.postcode",
      "s.area_id",
      "a.name as area_name",
      "s.latitude",
      "s.longitude",
      eb
        .selectFrom("placement_days as d")
        .select(
          sql<
            { weekday: number; startsAt: string; endsAt: string }[]
          >`coalesce(json_agg(json_build_object('weekday', d.weekday, 'startsAt', d.starts_at, 'endsAt', d.ends_at) order by d.weekday), '[]')`.as(
            "days",
          ),
        )
        .whereRef("d.district_id", "=", "p.district_id")
        .whereRef("d.placement_id", "=", "p.id")
        .where("d.seats", ">", 0)
        .as("days"),
      eb
        .selectFrom("placement_interests as i")
        .select(sql<string[]>`coalesce(array_agg(i.interest_id order by i.interest_id), '{}')`.as("interests"))
        .whereRef("i.district_id", "=", "p.district_id")
        .whereRef("i.placement_id", "=", "p.id")
        .as("interests"),
    ])
    .where("p.district_id", "=", districtId)
    .where("p.id", "in", [...placementIds])
    .execute();
}

export type PlacementToIndex = Awaited<ReturnType<typeof listPlacementsToIndex>>[number];
