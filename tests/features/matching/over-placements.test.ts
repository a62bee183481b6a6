import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { openBoard } from "~/features/matching/open-board.server";
import { openPair } from "~/features/matching/open-pair.server";
import { gatherPlan } from "~/features/matching/plan-input.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { suggestPursuit } from "~/features/pursuits/suggest-pursuit.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { anaAsks, staff } from "../../support/pursuit-way";
import { lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

/** Here it is Thursday 15 October 2026, and Ana can go on Tuesdays and Thursdays, as the clinic is. */
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterEach(() => clinicEnds(null));
afterAll(() => stage.close());

const clinic = lakeviewListing("clinic-care");
const pair = { studentId: cast.ana.personId, listingId: clinic };
const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

async function clinicEnds(day: string | null): Promise<void> {
  const of = "(select placement_id from listings where id = $1)";
  await stage.rows(`update placements set ends_on = $2, starts_on = null where id = ${of}`, [clinic, day]);
}
async function makePlan(): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
async function plannedOfAna(): Promise<string | undefined> {
  const { matches } = valueIn(await openBoard(stage.wiring, staff("ines")));
  return matches.find(({ studentId }) => studentId === pair.studentId)?.listingId;
}
const blockersOf = async () =>
  valueIn(await openPair(stage.wiring, staff("ines"), pair)).match.eligibility.blockers.map(({ code }) => code);

test("a plan proposes a placement on its last day, and not the day after, when its page says why", async () => {
  await clinicEnds("2026-10-15");
  await makePlan();
  expect(await plannedOfAna()).toBe(clinic);
  await clinicEnds("2026-10-14");
  await makePlan();
  expect(await plannedOfAna()).not.toBe(clinic);
  const { input } = await withScope(stage.wiring, staff("ines"), (tx) =>
    gatherPlan(tx, { ...sampleSchools.lakeview, now: stage.wiring.clock.now() }),
  );
  expect(input.placements.map(({ listingId }) => listingId)).not.toContain(clinic);
  expect(await blockersOf()).toEqual(["no_day_left"]);
});

test("nor one that is over before the student's next day there", async () => {
  stage.wiring.clock.set(new Date("2026-10-16T17:00:00Z"));
  await clinicEnds("2026-10-20");
  expect(await blockersOf()).toEqual([]);
  await clinicEnds("2026-10-19");
  expect(await blockersOf()).toEqual(["no_day_left"]);
  await makePlan();
  expect(await plannedOfAna()).not.toBe(clinic);
});

test("what is over since the plan was made gives nobody a seat in a question, and cannot be approved", async () => {
  await clinicEnds("2026-10-15");
  await makePlan();
  const { matches } = valueIn(await openBoard(stage.wiring, staff("ines")));
  const own = matches.find(({ studentId }) => studentId === pair.studentId);
  expect(own?.listingId).toBe(clinic);
  stage.wiring.clock.set(new Date("2026-10-16T17:00:00Z"));
  const { listings, since } = valueIn(await askWhatIf(stage.wiring, staff("ines"), { change: null }));
  expect(listings.map(({ id }) => id)).not.toContain(clinic);
  expect(since).toEqual({ counted: 1, left: 0 });
  expect(reasonIn(await holdMatch(stage.wiring, staff("ines"), { matchId: own?.id ?? "" }))).toBe("not_open");
  expect(reasonIn(await suggestPursuit(stage.wiring, staff("ines"), { ...pair, score: null }))).toBe("not_open");
});

test("a request for a placement that is over by now is not approved", async () => {
  const pursuitId = await anaAsks(stage);
  await clinicEnds("2026-10-14");
  expect(reasonIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }))).toBe("still_needed");
  await clinicEnds("2026-10-15");
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
});
