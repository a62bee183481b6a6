import type { ScopeTx } from "./scope.server";

/** How many published listings a school has, and how many of them carry each interest. */
export async function countListingInterests(
  tx: ScopeTx,
  schoolId: string,
): Promise<{ listings: number; carrying: Map<string, number> }> {
  const published = () =>
    tx.selectFrom("listings as l").where("l.school_id", "=", schoolId).where("l.state", "=", "published");
  const all = await published()
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  const rows = await published()
    .innerJoin("placement_interests as i", (join) =>
      join.onRef("i.district_id", "=", "l.district_id").onRef("i.placement_id", "=", "l.placement_id"),
    )
    .select((eb) => ["i.interest_id", eb.fn.countAll<string>().as("count")])
    .groupBy("i.interest_id")
    .execute();
  return { listings: Number(all.count), carrying: new Map(rows.map((row) => [row.interest_id, Number(row.count)])) };
}
