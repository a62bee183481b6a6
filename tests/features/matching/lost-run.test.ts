import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast } from "~db/cast";
import { withScope } from "~db/scope.server";
import { staff } from "../../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const { schoolId, districtId } = cast.ines;
const job: SystemActor = { kind: "system", job: "propose-matches", schoolId, districtId };
const start = () => startMatchRun(stage.wiring, staff("ines"));
const propose = (runId: string) => proposeMatches(stage.wiring, job, { runId });
const board = async (by = staff("ines")) => valueIn(await openBoard(stage.wiring, by));
/** Changes the job that makes the plan, as the worker does when it takes it and gives it back. */
const setJob = (change: string) => stage.rows(`update graphile_worker._private_jobs set ${change}`);
const stopped = () => {
  const now = () => {
    throw new Error("the clock stands still");
  };
  return { ...stage.wiring, clock: { ...stage.wiring.clock, now } };
};

test("a try that throws says why, and the plan is still on its way while another try comes", async () => {
  const { runId } = valueIn(await start());
  await setJob("attempts = 1");
  await expect(proposeMatches(stopped(), job, { runId })).rejects.toThrow("the clock stands still");
  expect((await board()).running).toMatchObject({ state: "running" });
  expect(valueIn(await start()).runId).toBe(runId);
  expect(await propose(runId)).toMatchObject({ ok: true });
});

test("a plan that no try can make has failed: the board says so, keeps the one before, and a new one can be asked for", async () => {
  const first = valueIn(await start());
  const { proposed } = valueIn(await propose(first.runId));
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await start());
  await setJob("attempts = max_attempts");
  await expect(proposeMatches(stopped(), job, { runId })).rejects.toThrow("the clock stands still");
  const after = await board();
  expect(after.running).toMatchObject({ state: "failed" });
  expect(after.matches).toHaveLength(proposed);
  stage.wiring.clock.pass(1);
  expect(valueIn(await start()).runId).not.toBe(runId);
  expect(await propose(runId)).toMatchObject({ ok: true });
});

test("a plan is waited for as long as somebody is going to make it, however long that is", async () => {
  const { runId } = valueIn(await start());
  stage.wiring.clock.pass(24 * 60);
  await setJob("attempts = max_attempts - 1");
  expect(valueIn(await start()).runId).toBe(runId);
  await setJob("attempts = max_attempts, locked_at = now(), locked_by = 'a worker'");
  expect(valueIn(await start()).runId).toBe(runId);
  expect((await board()).running).toEqual({ state: "queued", progress: 0 });
});

test.each([
  ["was tried as often as it may be", "update graphile_worker._private_jobs set attempts = max_attempts"],
  ["is gone", "delete from graphile_worker._private_jobs"],
])("a run whose job %s has failed: the board says so, and whoever asks gets a new one", async (_why, lose) => {
  const { runId } = valueIn(await start());
  await stage.rows("update match_runs set state = 'running', progress = 40");
  await stage.rows(lose);
  expect((await board()).running).toMatchObject({ state: "failed" });
  stage.wiring.clock.pass(1);
  const next = valueIn(await start()).runId;
  expect(next).not.toBe(runId);
  expect(await stage.rows("select id, state from match_runs order by created_at")).toEqual([
    { id: runId, state: "failed" },
    { id: next, state: "queued" },
  ]);
  expect((await board()).running).toEqual({ state: "queued", progress: 0 });
  expect(await propose(next)).toMatchObject({ ok: true });
});

test("a page that is open elsewhere is told that a run has failed", async () => {
  const { runId } = valueIn(await start());
  expect((await board(staff("priya"))).news.run).toBe(`${runId} queued`);
  await setJob("attempts = max_attempts");
  expect((await board(staff("priya"))).news.run).toBe(`${runId} failed`);
});

test("whether a run is still tried is said to its own school alone", async () => {
  const { runId } = valueIn(await start());
  const tried = async (by: StaffActor) => {
    const { rows } = await withScope(stage.wiring, by, (tx) =>
      sql<{ tried: boolean }>`select app.is_still_tried(${runId}::uuid) as tried`.execute(tx),
    );
    return rows[0]?.tried;
  };
  expect([await tried(staff("ines")), await tried(staff("malik"))]).toEqual([true, false]);
});

test("of two workers at one run, the second changes nothing of what the first stored", async () => {
  const { runId } = valueIn(await start());
  const both = await Promise.all([propose(runId), propose(runId)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "finished_before" }]);
});
