import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** A row by the columns of its key, as Postgres writes them into JSON. */
export type RowKey = Readonly<Record<string, string>>;

export interface Move {
  key: RowKey;
  /** The whole row as it was, where it was taken away or written over; null where it only changed hands. */
  before: Readonly<Record<string, unknown>> | null;
}

interface OfTable {
  districtId: string;
  mergeId: string;
  table: string;
}

/** Keeps which rows of a table came over, for an undo. `schoolId` is whose rows they are, null for the district's. */
export async function insertMoves(
  tx: ScopeTx,
  { districtId, mergeId, table, schoolId, moves }: OfTable & { schoolId: string | null; moves: readonly Move[] },
): Promise<void> {
  if (moves.length === 0) return;
  await sql`insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select ${districtId}, ${mergeId}, ${schoolId}, ${table}, move->'key', nullif(move->'before', 'null'::jsonb)
    from jsonb_array_elements(${JSON.stringify(moves)}::jsonb) as move`.execute(tx);
}

/** The rows of a table that a merge moved, as far as the scope sees them: of schools those of its own alone. */
export async function listMoves(
  tx: ScopeTx,
  { districtId, mergeId, table, schoolId }: OfTable & { schoolId: string | null },
): Promise<Move[]> {
  const { rows } = await sql<Move>`select row_key as key, row_before as before from merge_moves
    where district_id = ${districtId} and merge_id = ${mergeId} and table_name = ${table}
      and school_id is not distinct from ${schoolId}::uuid order by id`.execute(tx);
  return rows;
}

interface AtSchool extends Omit<OfTable, "table"> {
  schoolId: string;
}

/** How many rows of each table a merge moved, without other schools' rows. */
export async function countMoves(
  tx: ScopeTx,
  { districtId, mergeId, schoolId }: AtSchool,
): Promise<Record<string, number>> {
  const { rows } = await sql<{
    table_name: string;
    rows: number;
  }>`select table_name, count(*)::int as rows from merge_moves
    where district_id = ${districtId} and merge_id = ${mergeId} and (school_id is null or school_id = ${schoolId})
    group by table_name`.execute(tx);
  return Object.fromEntries(rows.map((row) => [row.table_name, row.rows]));
}

/** Forgets which rows of a school a merge moved. */
export async function deleteMoves(tx: ScopeTx, { districtId, mergeId, schoolId }: AtSchool): Promise<void> {
  await tx
    .deleteFrom("merge_moves")
    .where("district_id", "=", districtId)
    .where("merge_id", "=", mergeId)
    .where("school_id", "=", schoolId)
    .execute();
}
