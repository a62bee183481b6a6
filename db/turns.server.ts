import { sql } from "kysely";
import type { Database } from "./connection.server";
import { withSystem } from "./scope.server";

/**
 * Runs work while no other process runs work under the same name. The turn is a transaction of its own that does nothing
 * else: whoever dies, or loses the database, gives it back.
 */
export function inTurn<Result>(has: { db: Database }, name: string, work: () => Promise<Result>): Promise<Result> {
  return withSystem(has, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
    return work();
  });
}
