import type { ChildProcess } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openBoard } from "~/features/matching/open-board.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { staff } from "../../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../../support/stage";
import { openSuperuser, type Rows } from "../../support/superuser";
import { killWorker, spawnWorker } from "../../support/worker-process";

let stage: Stage;
let holder: Rows;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  stage = await openStage();
  holder = await openSuperuser(stage.database.superuserUrl);
  // Stops a plan where its evidence is read and nothing is solved, for as long as the test holds the lock.
  await stage.rows(`create function wait_at_forty() returns trigger language plpgsql as
      'begin if new.progress = 40 then perform pg_advisory_xact_lock(4040); end if; return new; end';
    create trigger wait_at_forty before update on match_runs for each row execute function wait_at_forty()`);
});
beforeEach(async () => {
  await stage.clear();
  await holder.rows("select pg_advisory_lock(4040)");
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map(killWorker));
  await holder.rows("select pg_advisory_unlock_all()");
});
afterAll(async () => {
  await holder.end();
  await stage.close();
});

/** A machine that is busy takes its time to start a process; a worker frees the jobs of a dead one after some seconds. */
const PATIENCE = { timeout: 60_000, interval: 50 };

const start = async () => valueIn(await startMatchRun(stage.wiring, staff("ines"))).runId;
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
const startWorker = () => {
  const worker = spawnWorker({ ...stage.database, resendUrl: "http://127.0.0.1:9" });
  workers.push(worker);
  return worker;
};
const isInTheMiddle = async () =>
  (
    await stage.rows(`select from pg_locks where locktype = 'advisory' and objid = 4040 and not granted
      and database = (select oid from pg_database where datname = current_database())`)
  ).length > 0;

/** A worker takes the plan and is killed in the middle of it. */
async function killOneAtWork(): Promise<void> {
  const worker = startWorker();
  await vi.waitUntil(isInTheMiddle, PATIENCE);
  await killWorker(worker);
  await holder.rows("select pg_advisory_unlock(4040)");
}

test("a plan whose worker is killed in the middle is finished by the next worker, and is on its way until then", async () => {
  const runId = await start();
  await killOneAtWork();
  expect((await board()).running).toMatchObject({ state: "running" });
  expect(await start()).toBe(runId);
  startWorker();
  await vi.waitUntil(async () => (await board()).running === null, PATIENCE);
  expect((await board()).matches.length).toBeGreaterThan(0);
  expect(await stage.rows("select id, state from match_runs")).toEqual([{ id: runId, state: "finished" }]);
});

test("a plan whose worker is killed at the last try has failed, and the next one is made", async () => {
  const runId = await start();
  await stage.rows("update graphile_worker._private_jobs set attempts = max_attempts - 1");
  await killOneAtWork();
  startWorker();
  await vi.waitUntil(async () => (await board()).running?.state === "failed", PATIENCE);
  stage.wiring.clock.pass(1);
  const next = await start();
  expect(next).not.toBe(runId);
  await vi.waitUntil(async () => (await board()).running === null, PATIENCE);
  expect(await stage.rows("select id, state from match_runs order by created_at")).toEqual([
    { id: runId, state: "failed" },
    { id: next, state: "finished" },
  ]);
});
