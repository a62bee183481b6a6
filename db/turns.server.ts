import { sql } from "kysely";
import type { Database } from "./connection.server";
import { withSystem } from "./scope.server";

/** Others held the turn for longer than somebody would wait. */
export class NoTurn extends Error {}

const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Runs work while no other process runs work under the same name. The turn is a transaction of its own that does nothing
 * else: whoever dies, or loses the database, gives it back, and no server ends it for doing nothing. Throws `NoTurn` where it
 * does not come in `waitMs`.
 */
export function inTurn<Result>(
  { db, waitMs = 0 }: { db: Database; waitMs?: number },
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return withSystem({ db }, async (tx) => {
    await sql`select set_config('lock_timeout', ${`${waitMs}ms`}, true),
      set_config('idle_in_transaction_session_timeout', '0', true), set_config('transaction_timeout', '0', true)`.execute(
      tx,
    );
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === LOCK_NOT_AVAILABLE)
        throw new NoTurn(`No turn for ${name}`, { cause: error });
      throw error;
    });
    return work();
  });
}
