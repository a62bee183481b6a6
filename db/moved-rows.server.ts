import { type RawBuilder, sql } from "kysely";
import type { Move, RowKey } from "./merge-moves.server";
import type { IdentityTx, ScopeTx } from "./scope.server";

/** A column of a table that names what is merged, and the columns by which a row of it is found again. */
export interface Reference {
  table: string;
  column: string;
  key: readonly string[];
  /** Whose rows they are: the walls of the scope are by this column. */
  owner: "district_id" | "school_id";
}

/** Where the keys of moved rows are kept: a table may name somebody twice. */
export const keptAs = ({ table, column }: Reference): string => `${table}.${column}`;

interface Pointing {
  reference: Reference;
  ownerId: string;
  /** Whom the rows name. */
  from: string;
  /** Whom they name afterwards. */
  to: string;
}

const keyOf = ({ key }: Reference) =>
  sql`jsonb_build_object(${sql.join(key.flatMap((column) => [sql.lit(column), sql.ref(`t.${column}`)]))})`;

const amongst = (reference: Reference, keys: readonly RowKey[] | undefined) =>
  keys === undefined
    ? sql``
    : sql` and ${keyOf(reference)} in (select jsonb_array_elements(${JSON.stringify(keys)}::jsonb))`;

const named = ({ reference, ownerId, from }: Omit<Pointing, "to">) => sql`from ${sql.table(reference.table)} as t
  where ${sql.ref(`t.${reference.owner}`)} = ${ownerId} and ${sql.ref(`t.${reference.column}`)} = ${from}`;

/** Has rows that name one name the other; only those of `keys` where they are given. Answers which, by their keys. */
export async function pointRows(
  tx: ScopeTx | IdentityTx,
  {
    reference,
    ownerId,
    from,
    to,
    keys,
    unless = sql``,
  }: Pointing & { keys?: readonly RowKey[]; unless?: RawBuilder<unknown> },
): Promise<Move[]> {
  const { table, column, owner } = reference;
  const { rows } = await sql<{ key: RowKey }>`update ${sql.table(table)} as t set ${sql.ref(column)} = ${to}
    where ${sql.ref(`t.${owner}`)} = ${ownerId} and ${sql.ref(`t.${column}`)} = ${from}${amongst(reference, keys)}${unless}
    returning ${keyOf(reference)} as key`.execute(tx);
  return rows.map(({ key }) => ({ key, before: null }));
}

/** The rows that name one, locked, by their keys. */
export async function lockRows(tx: ScopeTx, asked: Omit<Pointing, "to">): Promise<Move[]> {
  const { rows } = await sql<{
    key: RowKey;
  }>`select ${keyOf(asked.reference)} as key ${named(asked)} for update`.execute(tx);
  return rows.map(({ key }) => ({ key, before: null }));
}

/** Takes away rows that name one where `where` says that the other has the same; answers them whole. */
export async function takeRows(
  tx: ScopeTx | IdentityTx,
  { where, ...asked }: Omit<Pointing, "to"> & { where: RawBuilder<unknown> },
): Promise<Move[]> {
  const { rows } = await sql<Move>`delete ${named(asked)} and ${where}
    returning ${keyOf(asked.reference)} as key, to_jsonb(t) as before`.execute(tx);
  return rows;
}
