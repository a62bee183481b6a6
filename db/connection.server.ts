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

/** Opens a pool for the login role of the app; `max` is the number of connections at most. */
export function createDatabase(url: string, { max = 10 }: { max?: number } = {}): Database {
  const pool = createPool(url, max, PlannedClient);
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, pool, close: () => kysely.destroy() };
}

/** A backend that dies while its client is checked out would end the process unless both the pool and the client listen. */
export function createPool(url: string, max: number, Client = pg.Client): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, Client });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
