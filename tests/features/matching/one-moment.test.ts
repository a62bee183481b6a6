import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SystemActor } from "~/domain/actor";
import type { PlanInput } from "~/domain/matching/plan-types";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { cast } from "~db/cast";
import { anaAsks, staff } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const { schoolId, districtId } = cast.ines;
const job: SystemActor = { kind: "system", job: "propose-matches", schoolId, districtId };
const clinic = lakeviewListing("clinic-care");

async function makePlan(): Promise<string> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, job, { runId }));
  return runId;
}

/** What the newest run saw of the clinic: who has a place in view there, and how many places are open. */
async function seenAtClinic() {
  const [row] = await stage.rows<{ input: string }>(
    "select s.input from match_snapshots s join match_runs r on r.id = s.run_id order by r.created_at desc limit 1",
  );
  const input = JSON.parse(row?.input ?? "") as PlanInput;
  return {
    inView: (input.standing?.inView ?? []).filter(({ listingId }) => listingId === clinic).length,
    open: input.placements.find(({ listingId }) => listingId === clinic)?.openPursuitPlaces,
  };
}

test("an approval while a plan reads its evidence is in the plan with its place, or not at all", async () => {
  const pursuitId = await anaAsks(stage);
  await makePlan();
  const before = await seenAtClinic();
  // The table holds up whoever gathers evidence, after listings and their places are read.
  await stage.rows("begin");
  await stage.rows("lock table travel_times in access exclusive mode");
  const planning = makePlan();
  const waiting = "select 1 from pg_locks where not granted and relation = 'travel_times'::regclass";
  try {
    await expect.poll(() => stage.rows(waiting), { timeout: 10_000 }).toHaveLength(1);
    valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  } finally {
    await stage.rows("rollback");
  }
  await planning;
  expect(await seenAtClinic()).toEqual(before);
  await makePlan();
  expect(await seenAtClinic()).toEqual({ inView: before.inView + 1, open: (before.open ?? 0) - 1 });
});
