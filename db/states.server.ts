import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** The tables whose `state` moves by a lifecycle. */
export type StatefulTable =
  | "listings"
  | "pursuits"
  | "consents"
  | "introductions"
  | "visits"
  | "engagements"
  | "agreements"
  | "lti_days"
  | "matches"
  | "imports"
  | "messages"
  | "fund_allocations"
  | "visitor_offers"
  | "sequences"
  | "meetings";

/** Locks one row of the school for this transaction and answers its state, or undefined when the school has no such row. */
export async function lockState(
  tx: ScopeTx,
  row: { table: StatefulTable; schoolId: string; id: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`select state from ${sql.table(row.table)}
    where school_id = ${row.schoolId} and id = ${row.id} for no key update`.execute(tx);
  return rows[0]?.state;
}

/** The same for many rows, in the order of their ids; rows that the school does not have are left out. */
export async function lockStates(
  tx: ScopeTx,
  { table, schoolId, ids }: { table: StatefulTable; schoolId: string; ids: readonly string[] },
): Promise<{ id: string; state: string }[]> {
  const { rows } = await sql<{ id: string; state: string }>`select id, state from ${sql.table(table)}
    where school_id = ${schoolId} and id = any(${[...ids]}::uuid[]) order by id for no key update`.execute(tx);
  return rows;
}

/** Writes one state to many rows. Only app/lifecycle.server.ts calls this. */
export async function writeStates(
  tx: ScopeTx,
  { table, schoolId, ids, state }: { table: StatefulTable; schoolId: string; ids: readonly string[]; state: string },
): Promise<void> {
  await sql`update ${sql.table(table)} set state = ${state}
    where school_id = ${schoolId} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** Writes the new state and what comes with it. Only app/lifecycle.server.ts calls this. */
export async function writeState(
  tx: ScopeTx,
  row: { table: StatefulTable; schoolId: string; id: string; state: string; set: Readonly<Record<string, unknown>> },
): Promise<void> {
  const others = Object.entries(row.set).map(([column, value]) => sql`, ${sql.ref(column)} = ${value}`);
  await sql`update ${sql.table(row.table)} set state = ${row.state}${sql.join(others, sql``)}
    where school_id = ${row.schoolId} and id = ${row.id}`.execute(tx);
}
