import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** Any number that all versions of the app agree on. */
const KEY = 4_211;

/** Does `work` while no other process does work under this lock on the same database. */
export async function withOwnerLock<Result>(ownerUrl: string, work: () => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await takeLock(owner);
    return await work();
  } finally {
    await owner.end();
  }
}

const ASK_AGAIN_MS = 100;

/** Asks again and again: a statement that waits would hold a snapshot, and an index built concurrently waits for all of them. */
async function takeLock(owner: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [KEY]);
    if (rows[0]?.taken) return;
    await pause(ASK_AGAIN_MS);
  }
}
