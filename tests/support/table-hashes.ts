import type { TestDatabase } from "./database";
import { sql } from "./sql";

/** A hash of all rows of every table, by its name. Two that differ name the tables that somebody wrote to. */
export async function hashTables(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    database,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const hashed = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
  );
  const rows = await sql<{ name: string; hash: string }>(database, hashed.join(" union all "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
