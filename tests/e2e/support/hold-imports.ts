import path from "node:path";
import pg from "pg";
import { expect } from "playwright/test";
import { localPostgres } from "../../../db/local-postgres";

export interface HeldImports {
  /** Lets the worker write one batch of rows, and holds it again before the next. */
  letOneBatchThrough(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Keeps the worker from writing rows into a district, by the lock that lets one import at a time do so. Waiters are served
 * in turn: who asks for the lock while the worker waits for it has it after the worker's next batch.
 */
export async function holdImports({ districtId }: { districtId: string }): Promise<HeldImports> {
  const server = await localPostgres({ home: path.join(process.env.DATA_DIR ?? ".cache/browser-data", "postgres") });
  const connections: pg.Client[] = [];
  const ask = async () => {
    const connection = new pg.Client({ connectionString: server.ownerUrl });
    await connection.connect();
    connections.push(connection);
    // In braces, so that the caller waits for the connection and not for the lock.
    return { connection, held: connection.query(LOCK, [`import:${districtId}`]) };
  };
  const waiting = async () => Number((await observer.query(WAITING)).rows[0].count);
  const observer = new pg.Client({ connectionString: server.superuserUrl });
  await observer.connect();
  let holder = await ask();
  await holder.held;
  return {
    async letOneBatchThrough() {
      await expect.poll(waiting, "the worker waits").toBe(1);
      const next = await ask();
      await expect.poll(waiting, "and so does the next holder").toBe(2);
      await holder.connection.end();
      await next.held;
      holder = next;
    },
    async release() {
      await Promise.all([observer, ...connections].map((connection) => connection.end()));
      await server.stop();
    },
  };
}

const LOCK = "select pg_advisory_lock(hashtextextended($1, 0))";
const WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
