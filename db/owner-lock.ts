import pg from "pg";

/** Any number that all versions of the app agree on. */
const KEY = 4_211;

/** Does `work` while no other process does work under this lock on the same database. */
export async function withOwnerLock<Result>(ownerUrl: string, work: () => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock($1)", [KEY]);
    return await work();
  } finally {
    await owner.end();
  }
}
