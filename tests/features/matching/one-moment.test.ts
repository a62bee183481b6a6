import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SystemActor } from "~/domain/actor";
import type { PlanInput } from "~/domain/matching/plan-types";
import { DEFAULT_WEIGHTS } from "~/domain/matching/weights";
import { previewWeights } from "~/features/matching/preview-weights.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
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
const { version: SHIPPED_AS, ...SHIPPED } = DEFAULT_WEIGHTS;
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

/** What comes about while each of these gathers evidence: a table holds them up after students, listings and places are read. */
async function whileReading<Answers extends unknown[]>(
  asking: { [At in keyof Answers]: () => Promise<Answers[At]> },
  meanwhile: () => Promise<unknown>,
): Promise<Answers> {
  await stage.rows("begin");
  await stage.rows("lock table travel_times in access exclusive mode");
  const asked = Promise.all(asking.map((ask) => ask()));
  const waiting = "select 1 from pg_locks where not granted and relation = 'travel_times'::regclass";
  try {
    await expect.poll(() => stage.rows(waiting), { timeout: 10_000 }).toHaveLength(asking.length);
    await meanwhile();
  } finally {
    await stage.rows("commit");
  }
  return (await asked) as Answers;
}

/** Everybody gets farther away and may travel for as long as that takes: with half of it nobody reaches any place. */
async function moveAllFarAway(): Promise<void> {
  await stage.rows("update students set travel_limit_minutes = 240 where school_id = $1", [schoolId]);
  await stage.rows(
    `insert into travel_times (school_id, district_id, area_id, organisation_id, site_id, mode, minutes)
      select $1, $2, a.id, s.organisation_id, s.id, m.mode, 230
      from areas a, sites s, unnest(array['walk', 'cycle', 'bus', 'car']) as m(mode)
      where a.district_id = $2 and s.district_id = $2`,
    [schoolId, districtId],
  );
}

test("an approval while a plan reads its evidence is in the plan with its place, or not at all", async () => {
  const pursuitId = await anaAsks(stage);
  await makePlan();
  const before = await seenAtClinic();
  await whileReading([makePlan], async () => valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId })));
  expect(await seenAtClinic()).toEqual(before);
  await makePlan();
  expect(await seenAtClinic()).toEqual({ inView: before.inView + 1, open: (before.open ?? 0) - 1 });
});

test("other weights are tried, and a lock is judged, by what was there at one moment", async () => {
  await makePlan();
  const weights = { ...SHIPPED, student: { ...SHIPPED.student, interests: 500, travel: 3500 } };
  const preview = () => previewWeights(stage.wiring, staff("ines"), { basedOn: SHIPPED_AS, weights });
  const [pair] = await stage.rows<{ student_id: string; listing_id: string }>(
    `select m.student_id, m.listing_id from matches m join listings l on l.id = m.listing_id
      join placements p on p.id = l.placement_id where p.site_id is not null`,
  );
  const ids = { studentId: pair?.student_id ?? "", listingId: pair?.listing_id ?? "" };
  const lock = () => rulePair(stage.wiring, staff("ines"), { ...ids, ruling: "locked", seen: 0, reason: "" });
  const before = valueIn(await preview());
  const [tried, locked] = await whileReading([preview, lock], moveAllFarAway);
  expect(valueIn(tried)).toEqual(before);
  // With half of what changed the rules would exclude the pair, and a lock of it would need a reason.
  expect(locked).toMatchObject({ ok: true });
});
