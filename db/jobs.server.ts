import { sql } from "kysely";
import { jobs, type Payload, type Task } from "~/jobs/catalogue";
import type { IdentityTx, ScopeTx, SystemTx } from "./scope.server";

export interface EnqueueOptions {
  /** A job with this key that has not started yet is replaced, not doubled; the task's own key when left out. */
  jobKey?: string;
  runAt?: Date;
  /** So much later by the clock of the database, by which jobs come due, whatever the own clock says; not with `runAt`. */
  waitMs?: number;
  /** Jobs of one queue run one after another; the task's own queue when left out. */
  queue?: string;
  /** Smaller runs first; the task's own priority when left out. */
  priority?: number;
}

/**
 * Adds a job in the transaction of the fact it follows from: it exists if and only if the fact does.
 * Throws when the payload is not the task's, or names another school than the transaction's.
 */
export async function enqueue<T extends Task>(
  tx: ScopeTx | IdentityTx | SystemTx,
  task: T,
  payload: Payload<T>,
  { jobKey, runAt, waitMs, queue, priority }: EnqueueOptions = {},
): Promise<void> {
  const job = jobs[task];
  const checked = job.payload.parse(payload);
  const key = jobKey ?? job.key?.(checked as never) ?? null;
  const pause = waitMs === undefined ? null : `${Math.ceil(waitMs)} milliseconds`;
  await sql`select app.enqueue(${task}, ${JSON.stringify(checked)}::json, ${key},
    coalesce(${runAt?.toISOString() ?? null}::timestamptz, now() + ${pause}::interval),
    ${queue ?? job.queue}, ${job.maxAttempts}, ${priority ?? job.priority})`.execute(tx);
}
