import { type ControlledTransaction, sql } from "kysely";
import type { Database } from "~db/connection.server";

type Outer = ControlledTransaction<never>;
const MARK = "kept";

/**
 * A database that keeps what it is told until `forget` and no longer: each request meets the same rows, however many were
 * sent before. One request at a time. Constraints that wait for the end of a transaction are checked all the same.
 */
export function forgetful(db: Database): { db: Database; forget(): Promise<void> } {
  let outer: Outer | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const next = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
  const execute = <Result>(work: (tx: never) => Promise<Result>) =>
    next(async () => {
      outer ??= (await db.kysely.startTransaction().execute()) as unknown as Outer;
      await outer.savepoint(MARK).execute();
      try {
        const result = await work(outer as never);
        await sql`set constraints all immediate`.execute(outer);
        // the next transaction begins as one of its own would
        await sql`set constraints all deferred`.execute(outer);
        await outer.releaseSavepoint(MARK as never).execute();
        return result;
      } catch (error) {
        await outer.rollbackToSavepoint(MARK as never).execute();
        throw error;
      }
    });
  const forget = () =>
    next(async () => {
      await outer?.rollback().execute();
      outer = undefined;
    });
  // One transaction lies around all requests, so none of them has a level of its own.
  const transaction = () => ({ execute, setIsolationLevel: transaction, setAccessMode: transaction });
  const kysely = { transaction } as unknown as Database["kysely"];
  return { db: { kysely, pool: db.pool, close: () => db.close() }, forget };
}
