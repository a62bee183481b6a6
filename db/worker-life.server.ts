import pg from "pg";

/**
 * A worker that is killed leaves its jobs locked for four hours. So each worker holds an advisory lock as long as it has a
 * connection, and frees the jobs of those whose lock is free.
 */
export interface WorkerLife {
  /** Takes the lock if it is not held, then frees the jobs of the dead. Answers the ids of workers found dead. */
  tick(): Promise<string[]>;
  end(): Promise<void>;
}

/** A worker locks jobs from its first moment, its own lock comes some milliseconds later; seconds on a machine that is busy. */
const YOUNGEST_JUDGED = "3 seconds";

const FREE_THE_DEAD = `with holders as (
    select locked_by as id from graphile_worker._private_jobs where locked_at < now() - $2::interval
    union select locked_by from graphile_worker._private_job_queues where locked_at < now() - $2::interval),
  dead as materialized (select id from holders where id <> $1 and pg_try_advisory_xact_lock(hashtextextended(id, 0)))
  select array_agg(id) as ids, graphile_worker.force_unlock_workers(array_agg(id)) from dead having count(*) > 0`;

/** `workerId` is the id under which the worker locks its jobs; `url` logs in as the worker's role. */
export function openWorkerLife(url: string, workerId: string, { judgedAfter = YOUNGEST_JUDGED } = {}): WorkerLife {
  let client: pg.Client | undefined;
  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    // A lost connection takes the lock along; the next tick takes it again.
    fresh.on("error", () => {
      if (client === fresh) client = undefined;
    });
    await fresh.connect();
    await fresh.query("select pg_advisory_lock_shared(hashtextextended($1, 0))", [workerId]);
    client = fresh;
    return fresh;
  };
  return {
    async tick() {
      const living = client ?? (await connect());
      const { rows } = await living.query<{ ids: string[] }>(FREE_THE_DEAD, [workerId, judgedAfter]);
      return rows[0]?.ids ?? [];
    },
    async end() {
      await client?.end();
      client = undefined;
    },
  };
}
