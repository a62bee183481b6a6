import pg from "pg";
import { sampleSchools } from "~db/cast";
import { makeCorpus } from "./corpus";

/**
 * Copies the listings of the sample school Lakeview, each with its placement, days and interests, until there are so many;
 * every copy has two words of its own in its title.
 */
export async function multiplyListings(superuserUrl: string, size: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { schoolId } = sampleSchools.lakeview;
    const { rows } = await client.query<{ listed: number }>(
      "select count(*)::integer as listed from listings where school_id = $1 and state = 'published'",
      [schoolId],
    );
    const copies = Math.ceil(size / (rows[0]?.listed ?? 1)) - 1;
    const titles = makeCorpus(copies + 1).documents.map(({ texts }) =>
      texts.title?.[0]?.split(" ").slice(0, 2).join(" "),
    );
    await client.query("begin");
    // No trigger and no foreign key has to look at copies of what they have seen.
    await client.query("set local session_replication_role = replica");
    await client.query(
      "create temporary table copied on commit drop as select id, placement_id from listings where school_id = $1 and state = 'published'",
      [schoolId],
    );
    await client.query(
      "create temporary table copy on commit drop as select n, title from unnest($1::text[]) with ordinality as t (title, n) where n <= $2",
      [titles, copies],
    );
    const copyOf = (column: string) => `md5(${column}::text || n)::uuid`;
    await client.query(`insert into placements select (jsonb_populate_record(p, jsonb_build_object('id', ${copyOf("p.id")}, 'title', p.title || ' ' || c.title))).*
      from placements p cross join copy c where p.id in (select placement_id from copied)`);
    for (const table of ["placement_days", "placement_interests"])
      await client.query(`insert into ${table} select (jsonb_populate_record(r, jsonb_build_object('placement_id', ${copyOf("r.placement_id")}))).*
        from ${table} r cross join copy c where r.placement_id in (select placement_id from copied)`);
    await client.query(`insert into listings select (jsonb_populate_record(l, jsonb_build_object('id', ${copyOf("l.id")}, 'placement_id', ${copyOf("l.placement_id")}))).*
      from listings l cross join copy c where l.id in (select id from copied)`);
    await client.query("commit");
    // As Postgres does by itself within a minute; whoever reads the rows before that waits for plans made for a few.
    await client.query("analyze");
  } finally {
    await client.end();
  }
}
