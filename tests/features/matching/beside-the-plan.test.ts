import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MODES, type Mode } from "~/domain/matching/mode";
import { recordClearance } from "~/features/clearances/record-clearance.server";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { openAboutMentor } from "~/features/mentors/open-about-mentor.server";
import { sayAboutMentor } from "~/features/mentors/say-about-mentor.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { cast, sampleSchools } from "~db/cast";
import { inesSuggests, staff } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

async function makePlan(mode: Mode = "balanced"): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines"), { mode }));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
const decidedSince = async () => (await board()).decidedSince;
const rule = async (pair: { studentId: string; listingId: string }, ruling: "locked" | "forbidden") =>
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling, seen: 0, reason: "" }));

test.each(MODES)(
  "approving and locking what a %s plan proposes is nothing that a new plan would count in",
  async (mode) => {
    await makePlan(mode);
    const [first, second] = (await board()).matches;
    if (!first || !second) throw new Error("the plan has too few pairs");
    valueIn(await holdMatch(stage.wiring, staff("ines"), { matchId: first.id }));
    await rule(second, "locked");
    expect(await decidedSince()).toBe(0);
  },
);

test("what else is decided after a plan is counted on the board, until a new plan counts it in", async () => {
  await makePlan();
  const { matches } = await board();
  const first = matches.find(({ studentId }) => studentId !== cast.ana.personId);
  if (!first) throw new Error("the plan has no pair");
  await rule(first, "forbidden");
  expect(await decidedSince()).toBe(1);
  const ana = matches.find(({ studentId }) => studentId === cast.ana.personId);
  const other = ["clinic-care", "clinic-desk"].find((key) => lakeviewListing(key) !== ana?.listingId);
  await inesSuggests(stage, "ana", other);
  expect(await decidedSince()).toBe(2);
  const listingId = lakeviewListing("ward-helper");
  valueIn(await leaveOutOfPlans(stage.wiring, staff("ines"), { listingId, reason: "" }));
  expect(await decidedSince()).toBe(3);
  await makePlan();
  expect(await decidedSince()).toBe(0);
});

test("a background check that is recorded after a plan is counted on the board", async () => {
  await makePlan();
  stage.wiring.clock.pass(1);
  const check = { mentorId: cast.maya.personId, type: "background_check", result: "pending", checkedOn: "2026-10-01" };
  const typed = { ...check, endsOn: null, reference: "", replaces: null, shown: null } as const;
  valueIn(await recordClearance(stage.wiring, staff("ines"), { ...typed, result: "pending" }));
  expect(await decidedSince()).toBe(1);
});

test("what staff say of a mentor after a plan is counted on the board", async () => {
  await makePlan();
  const about = { interests: [], languages: ["en"], yearsWithStudents: 4 };
  const listingId = lakeviewListing("ward-helper");
  stage.wiring.clock.pass(1);
  const { mentorId } = valueIn(await openAboutMentor(stage.wiring, staff("ines"), { listingId }));
  const said = { listingId, mentorId, about, seen: 0, reason: "Told by phone" };
  valueIn(await sayAboutMentor(stage.wiring, staff("ines"), said));
  expect(await decidedSince()).toBe(1);
});

test("the board counts them without opening the plan, and counts none where what the plan saw is gone or damaged", async () => {
  await makePlan();
  const [first] = (await board()).matches;
  if (!first) throw new Error("the plan has no pair");
  await rule(first, "forbidden");
  await stage.rows("update match_snapshots set plan = left(plan, 200)");
  expect(await decidedSince()).toBe(1);
  await stage.rows("update match_snapshots set input = left(input, 200)");
  expect(await decidedSince()).toBe(0);
  await stage.rows("delete from match_snapshots");
  expect(await decidedSince()).toBe(0);
});
