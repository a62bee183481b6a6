import { sql } from "kysely";
import type { TravelLine } from "~/domain/imports/travel-row";
import type { ScopeTx } from "./scope.server";

/** Lines per statement: 9 values each stay far below the 65,535 of the protocol. */
const BATCH = 1_000;

/** A school's lines of its travel table to these sites. */
export async function listTravelRows(
  tx: ScopeTx,
  { schoolId, siteIds }: { schoolId: string; siteIds: readonly string[] },
) {
  if (siteIds.length === 0) return [];
  return tx
    .selectFrom("travel_times")
    .select(["area_id", "site_id", "mode", "minutes", "arrive_from", "arrive_to"])
    .where("school_id", "=", schoolId)
    .where("site_id", "=", sql<string>`any(${[...new Set(siteIds)]}::uuid[])`)
    .orderBy("area_id")
    .orderBy("site_id")
    .orderBy("mode")
    .orderBy("arrive_from")
    .execute();
}

/** Writes lines of the travel table; a line for the same way and arrival takes the place of the one before. */
export async function upsertTravelLines(
  tx: ScopeTx,
  { schoolId, districtId, lines }: { schoolId: string; districtId: string; lines: readonly TravelLine[] },
): Promise<void> {
  for (let at = 0; at < lines.length; at += BATCH) {
    await tx
      .insertInto("travel_times")
      .values(
        lines.slice(at, at + BATCH).map((line) => ({
          school_id: schoolId,
          district_id: districtId,
          area_id: line.areaId,
          organisation_id: line.organisationId,
          site_id: line.siteId,
          mode: line.mode,
          minutes: line.minutes,
          arrive_from: line.arriveFrom,
          arrive_to: line.arriveTo,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["school_id", "area_id", "site_id", "mode", "arrive_from"]).doUpdateSet((eb) => ({
          minutes: eb.ref("excluded.minutes"),
          arrive_to: eb.ref("excluded.arrive_to"),
        })),
      )
      .execute();
  }
}

/** Takes the whole table of a school away; answers how many lines it had. */
export async function deleteTravelLines(tx: ScopeTx, schoolId: string): Promise<number> {
  const result = await tx.deleteFrom("travel_times").where("school_id", "=", schoolId).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Sites a student of the school could have to reach: those of its listings that are not put away, with their organisation. */
export function listListedSites(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("sites as s", (join) =>
      join.onRef("s.district_id", "=", "p.district_id").onRef("s.id", "=", "p.site_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "s.district_id").onRef("o.id", "=", "s.organisation_id"),
    )
    .select(["s.id", "s.name", "s.organisation_id", "s.latitude", "s.longitude", "o.name as organisation"])
    .distinct()
    .where("l.school_id", "=", schoolId)
    .where("l.state", "!=", "archived")
    .where("s.mode", "!=", "remote")
    .orderBy("organisation")
    .orderBy("s.name")
    .orderBy("s.id")
    .execute();
}
