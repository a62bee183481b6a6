import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { compareRuns } from "~/features/matching/compare-runs.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast, sampleSchools } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
const clinic = lakeviewListing("clinic-care");
const anaId = cast.ana.personId;

async function makePlan(): Promise<string> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  return runId;
}
const compare = async (first: string | null = null, second: string | null = null) =>
  valueIn(await compareRuns(stage.wiring, staff("ines"), { first, second }));
const placesNow = async () =>
  new Map(valueIn(await openBoard(stage.wiring, staff("ines"))).matches.map((pair) => [pair.studentId, pair.title]));

test("without a plan or with one there is nothing to compare; with two the newest stands beside the one before", async () => {
  expect(await compare()).toMatchObject({ runs: [], compared: null });
  const first = await makePlan();
  expect(await compare()).toMatchObject({ runs: [{ id: first, mode: "balanced" }], compared: null });
  const second = await makePlan();
  const { runs, compared } = await compare();
  expect(runs.map(({ id }) => id)).toEqual([second, first]);
  expect(compared).toMatchObject({ firstId: first, secondId: second, moved: 0, moves: [] });
  expect(compared?.first).toEqual(compared?.second);
});

test("who has another place and who has none is said of each plan as it was made, in either order", async () => {
  const first = await makePlan();
  const before = await placesNow();
  const ruling = { studentId: anaId, listingId: clinic, ruling: "forbidden", seen: 0, reason: "" } as const;
  valueIn(await rulePair(stage.wiring, staff("ines"), ruling));
  await stage.rows("update students set weekdays = '{7}' where id = $1", [anaId]);
  const second = await makePlan();
  await stage.rows("update students set weekdays = '{2,4}' where id = $1", [anaId]);
  const after = await placesNow();
  await makePlan();
  await stage.rows("delete from match_snapshots");
  const { compared } = await compare(first, second);
  expect(compared?.first.placed).toBe(before.size);
  expect(compared?.second.placed).toBe(after.size);
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
  expect(compared?.moves.map(({ studentId }) => studentId).sort()).toEqual(moved.sort());
  for (const { studentId, first, second } of compared?.moves ?? [])
    expect([first, second]).toEqual([[before.get(studentId)].filter(Boolean), [after.get(studentId)].filter(Boolean)]);
  const ana = compared?.left.find(({ studentId }) => studentId === anaId);
  expect(ana).toMatchObject({ student: "Ana Reyes", before: null, after: "no_eligible_placement" });
  expect(compared?.leftNow).toBe((compared?.leftThen ?? 0) + 1);
  const back = (await compare(second, first)).compared;
  expect(back?.first).toEqual(compared?.second);
  expect(back?.left.find(({ studentId }) => studentId === anaId)).toMatchObject({
    before: "no_eligible_placement",
    after: null,
  });
});

test("a plan made before it was counted what students chose says no number of it, and the one beside it does", async () => {
  const older = await makePlan();
  await stage.rows("update match_runs set summary = summary - 'wishes' where id = $1", [older]);
  const newer = await makePlan();
  const { compared } = await compare(older, newer);
  expect(compared?.first).toMatchObject({ ownPlace: null, topChoice: null });
  const share = { students: expect.any(Number), of: expect.any(Number) };
  expect(compared?.second).toMatchObject({ ownPlace: share, topChoice: share });
});

test("strangers compare nothing, and a school sees its own runs only", async () => {
  const runId = await makePlan();
  for (const by of [staff("tom"), student("ana")])
    expect(reasonIn(await compareRuns(stage.wiring, by, { first: null, second: null }))).toBe("not_permitted");
  const theirs = await compareRuns(stage.wiring, staff("malik"), { first: runId, second: runId });
  expect(valueIn(theirs)).toMatchObject({ runs: [], compared: null });
});
