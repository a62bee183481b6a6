import type { TestDatabase } from "./database";
import { sql } from "./sql";

/** Table name to a hash of its rows. */
export type Fingerprint = Record<string, string>;

interface Asked {
  /** Only rows of this school, its own row too, and of this district in tables without a school; no table that has neither. Left out: every row. */
  of?: { schoolId: string; districtId: string };
  /** Together with `of`: leave out what this organisation of the district owns, and what its mentors say of themselves. */
  notOf?: string | undefined;
  /** Only rows that hold one of these words, whatever the column. */
  naming?: readonly string[];
  /** Tables to leave out. */
  except?: readonly string[];
}

/** Hashes every row of every table of ours, past all walls, so that a test can say "nothing has changed". */
export async function fingerprint(
  database: TestDatabase,
  { of, notOf, naming, except = [] }: Asked = {},
): Promise<Fingerprint> {
  const tables = await sql<{ name: string; columns: string[] }>(
    database,
    `select c.oid::regclass::text as name, array_agg(a.attname::text) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where n.nspname in ('public', 'identity') and c.relkind = 'r' group by c.oid order by 1`,
  );
  const asked = tables
    .filter(({ name }) => !except.includes(name))
    .flatMap((table) => hashOf(table, { of, notOf, naming }));
  const rows = await sql<{ name: string; hash: string }>(database, asked.join(" union all "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

function hashOf({ name, columns }: { name: string; columns: string[] }, { of, notOf, naming }: Asked): string[] {
  const rows = `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash from ${name} t`;
  if (naming) return [`${rows} where t::text ~ '${naming.join("|")}'`];
  if (!of) return [rows];
  // A school is its own; its neighbours of the district read its row and change theirs.
  if (name === "schools") return [`${rows} where id = '${of.schoolId}'`];
  if (columns.includes("school_id")) return [`${rows} where school_id = '${of.schoolId}'`];
  if (!columns.includes("district_id")) return [];
  return [`${rows} where district_id = '${of.districtId}'${notOf ? besides({ name, columns }, notOf) : ""}`];
}

function besides({ name, columns }: { name: string; columns: string[] }, organisationId: string): string {
  if (columns.includes("organisation_id")) return ` and organisation_id is distinct from '${organisationId}'`;
  return name === "mentors"
    ? ` and id not in (select mentor_id from affiliations where organisation_id = '${organisationId}')`
    : "";
}
