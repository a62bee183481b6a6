import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { describeError } from "~/describe-error.server";
import type { Wiring } from "~/wiring";
import { createPool } from "~db/connection.server";
import { openWorkerLife } from "~db/worker-life.server";
import { crontab, jobs, type Task } from "./catalogue";
import { handlers } from "./handlers";

/**
 * Jobs at once. Each uses connections of the app's own pool for what it does. The search's three queues and the mail's (`MAIL_LANES`) take a
 * place each at most, so all else goes on while an engine or a provider keeps its own waiting.
 */
const CONCURRENCY = 8;
const POLL_MS = 1_000;
/** How often a worker looks after the others: whatever a dead one held, such as the queue of mails, waits for it. */
const LIFE_MS = 1_000;
const RESTART_MS = 1_000;

export interface RunningWorker {
  /** Takes no more jobs and resolves when those under way have ended. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Cron tasks run only where this is true; tests add their jobs themselves. */
  byTheClock: boolean;
}

/**
 * Runs jobs until it is stopped, as the worker's own database role; what a job does runs under the app's roles.
 * A database that goes away is waited for. Throws when the first start fails.
 */
export async function startWorker(wiring: Wiring, { byTheClock }: WorkerOptions): Promise<RunningWorker> {
  const pool = createPool(wiring.env.databaseWorkerUrl, CONCURRENCY + 3);
  let isStopping = false;
  let current = await startOnce(wiring, pool, byTheClock);
  const whole = (async () => {
    for (;;) {
      await current.ended;
      if (isStopping) return;
      wiring.log.error({}, "the worker lost its database and starts again");
      current = await startAgain(
        () => startOnce(wiring, pool, byTheClock),
        () => isStopping,
      );
    }
  })();
  return {
    async stop() {
      isStopping = true;
      await current.stop();
      await whole;
      await pool.end();
    },
  };
}

interface OneRun {
  ended: Promise<void>;
  stop(): Promise<void>;
}

async function startOnce(wiring: Wiring, pgPool: ReturnType<typeof createPool>, byTheClock: boolean): Promise<OneRun> {
  const events = new EventEmitter() as WorkerEvents;
  let workerId = "";
  events.on("pool:create", ({ workerPool }) => {
    workerId = workerPool.id;
  });
  logEvents(wiring, events);
  const runner: Runner = await run({
    pgPool,
    events,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    // Its own lines quote error messages, which may quote rows; ours are written from the events.
    logger: new Logger(() => () => {}),
    taskList: tasksOf(wiring),
    crontab: byTheClock ? crontab : "",
  });
  const life = openWorkerLife(wiring.env.databaseWorkerUrl, workerId);
  const beat = () =>
    life.tick().then(
      (dead) => dead.length > 0 && wiring.log.warn({ workers: dead }, "freed the jobs of workers that died"),
      (err) => wiring.log.warn({ err }, "the worker could not look after the others"),
    );
  await beat();
  const timer = setInterval(beat, LIFE_MS);
  wiring.log.info({ workerId, concurrency: CONCURRENCY }, "the worker is ready");
  const ended = runner.promise
    .catch((err) => wiring.log.error({ err }, "the worker ended"))
    .finally(() => {
      clearInterval(timer);
      return life.end().catch(() => {});
    });
  return {
    ended,
    stop: () => runner.stop().catch((err) => wiring.log.error({ err }, "the worker did not stop cleanly")),
  };
}

async function startAgain(start: () => Promise<OneRun>, isStopping: () => boolean): Promise<OneRun> {
  while (!isStopping()) {
    await sleep(RESTART_MS);
    try {
      return await start();
    } catch {
      // The database is still away.
    }
  }
  return { ended: Promise.resolve(), stop: async () => {} };
}

function tasksOf(wiring: Wiring): TaskList {
  const names = Object.keys(jobs) as Task[];
  return Object.fromEntries(names.map((name) => [name, (payload: unknown) => perform(wiring, name, payload)]));
}

/**
 * The library stores the message of what is thrown in the job's row, and the operations page shows it. It says which task
 * failed, and by which fault of the port where a search engine did it: nothing that an error may quote.
 */
async function perform(wiring: Wiring, task: Task, payload: unknown): Promise<void> {
  try {
    await handlers[task](wiring, jobs[task].payload.parse(payload) as never);
  } catch (error) {
    const { fault } = describeError(error);
    throw new Error(fault ? `${task} failed: ${fault}` : `${task} failed`, { cause: error });
  }
}

/** Ids and counts only: neither payloads nor messages of errors that may quote them. */
function logEvents({ log }: Wiring, events: WorkerEvents): void {
  events.on("job:error", ({ job, error: err }) =>
    log.warn(
      { task: job.task_identifier, jobId: job.id, attempt: job.attempts, of: job.max_attempts, err },
      "a job failed and is tried again",
    ),
  );
  events.on("job:failed", ({ job }) => log.error({ task: job.task_identifier, jobId: job.id }, "a job is dead"));
  events.on("worker:getJob:error", ({ error: err }) => log.warn({ err }, "the worker could not ask for a job"));
  events.on("pool:fatalError", ({ error: err, action }) =>
    log.error({ err, action }, "the worker lost hold of its jobs"),
  );
}
