import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { PlannedClient } from "./planned-client";
import type { DB } from "./schema.generated";

// Instants travel as ISO strings, civil dates and clock times as written, counts as numbers: loaders pass them on as they are.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIME, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** The pool behind the three doors. Only db/scope.server.ts may start a transaction on it. */
export interface Database {
  readonly kysely: Kysely<DB>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** All connections of a pool were in use, for as long as anybody may wait for one. */
export class NoConnectionFree extends Error {}

interface PoolSize {
  /** Connections at most. */
  max?: number;
  /** How long somebody waits for one, in milliseconds. */
  waitMs?: number;
}

/** Opens a pool for the login role of the app. Who waits too long for a connection gets `NoConnectionFree`. */
export function createDatabase(url: string, { max = 10, waitMs = 10_000 }: PoolSize = {}): Database {
  const pool = createPool(url, max, PlannedClient, waitMs);
  const { options } = pool;
  const waited = { options, connect: () => connectIn(pool, max), end: () => pool.end() };
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: waited }) });
  return { kysely, pool, close: () => kysely.destroy() };
}

async function connectIn(pool: pg.Pool, max: number): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    if (pool.totalCount >= max && pool.idleCount === 0) throw new NoConnectionFree();
    throw error;
  }
}

/** A backend that dies while its client is checked out would end the process unless both the pool and the client listen. */
export function createPool(url: string, max: number, Client = pg.Client, waitMs = 10_000): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: waitMs, Client });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
