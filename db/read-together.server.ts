import { type Expression, sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/**
 * Several reads that need nothing of each other in one statement, each with its rows in their order: the way to the database and
 * back takes longer than most of them do. Rows travel as JSON, in which an instant is written otherwise than elsewhere, so they
 * have none.
 */
export async function readTogether<Rows extends Record<string, object>>(
  tx: ScopeTx,
  reads: { [Name in keyof Rows]: Expression<Rows[Name]> },
): Promise<{ [Name in keyof Rows]: Rows[Name][] }> {
  const columns = Object.entries<Expression<object>>(reads).map(
    ([name, read]) => sql`(select coalesce(json_agg(r), '[]') from (${read}) r) as ${sql.id(name)}`,
  );
  const { rows } = await sql<{ [Name in keyof Rows]: Rows[Name][] }>`select ${sql.join(columns)}`.execute(tx);
  if (!rows[0]) throw new Error("a statement without a table answers one row");
  return rows[0];
}
