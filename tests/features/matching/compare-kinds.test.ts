import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { canonicalInput } from "~/domain/matching/input-hash";
import type { Mode } from "~/domain/matching/mode";
import type { PlanInput } from "~/domain/matching/plan-types";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { compareRuns } from "~/features/matching/compare-runs.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { textDigest } from "~/features/matching/text-digest";
import { cast, sampleSchools } from "~db/cast";
import { approvePair } from "../../support/approve-pair";
import { staff } from "../../support/pursuit-way";
import {
  insertPursuits,
  lakeviewListing,
  openStage,
  reasonIn,
  type Stage,
  setLakeview,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
const ines = staff("ines");
const anaId = cast.ana.personId;
const clinic = { studentId: anaId, listingId: lakeviewListing("clinic-care") };
const ward = { studentId: anaId, listingId: lakeviewListing("ward-helper") };

async function makePlan(mode: Mode): Promise<string> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, ines, { mode }));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  return runId;
}
const compareWith = async (mode: Mode) => valueIn(await comparePlans(stage.wiring, ines, { mode }));
const lock = async (pair: { studentId: string; listingId: string }) =>
  valueIn(await rulePair(stage.wiring, ines, { ...pair, ruling: "locked", seen: 0, reason: "They know each other" }));

/** Somebody with a place in view, somebody with a seat, somebody locked, and somebody who does not look. */
async function standDifferently(): Promise<void> {
  await setLakeview(stage, { placesPerSeat: 3, livePursuitLimit: 3 });
  await insertPursuits(stage, { placement: "shelter-dogs", state: "offered", count: 1 });
  valueIn(await approvePair(stage, ines, clinic));
  await lock({ studentId: cast.leo.personId, listingId: lakeviewListing("ward-helper") });
}

/** A slate's places by title. */
const inOrder = (moves: { studentId: string; first: string[]; second: string[] }[]) =>
  moves.map(({ studentId, first, second }) => ({ studentId, first: first.toSorted(), second: second.toSorted() }));

const KINDS: [Mode, Mode][] = [
  ["balanced", "stable"],
  ["balanced", "slate"],
  ["stable", "balanced"],
  ["stable", "slate"],
  ["slate", "balanced"],
  ["slate", "stable"],
];

test.each(KINDS)("beside a %s plan stands the %s plan that would be made now, figure by figure", async (own, mode) => {
  await standDifferently();
  const firstId = await makePlan(own);
  const { compared } = await compareWith(mode);
  const { first, second, moved, moves } = valueIn(compared);
  const secondId = await makePlan(mode);
  const runs = valueIn(await compareRuns(stage.wiring, ines, { first: firstId, second: secondId })).compared;
  expect(runs?.second).toEqual(second);
  expect(first).toMatchObject({ ...runs?.first });
  expect(runs?.moved).toBe(moved);
  expect(inOrder(runs?.moves ?? [])).toEqual(inOrder(moves));
  const { counts } = valueIn(await openBoard(stage.wiring, ines));
  expect(second.placed).toBe((counts?.proposed ?? 0) + (counts?.underWay ?? 0));
  for (const { placed, withoutPlace, resting, students } of [first, second])
    expect(placed + withoutPlace + resting).toBe(students);
  expect([first.students, first.resting]).toEqual([second.students, second.resting]);
});

test("who is approved for one place counts as placed in each kind, and only a slate looks on for them", async () => {
  await setLakeview(stage, { placesPerSeat: 3 });
  valueIn(await approvePair(stage, ines, clinic));
  await makePlan("balanced");
  const { first, second, moves } = valueIn((await compareWith("slate")).compared);
  expect(second.placed).toBeGreaterThanOrEqual(first.placed);
  const ana = moves.find(({ studentId }) => studentId === anaId);
  expect(ana?.first).toEqual(["Help care for animals at a clinic"]);
  expect(ana?.second).toContain("Help care for animals at a clinic");
  expect(ana?.second).toHaveLength(3);
});

test("a lock that only one kind keeps is named with the reason why the other cannot", async () => {
  await setLakeview(stage, { placesPerSeat: 3 });
  await lock(ward);
  valueIn(await approvePair(stage, ines, clinic));
  await makePlan("balanced");
  const named = { ...ward, student: "Ana Reyes", title: "Help on the children's ward" };
  expect(valueIn((await compareWith("slate")).compared).locks).toEqual([{ ...named, first: "in_view", second: null }]);
  expect(valueIn((await compareWith("stable")).compared).locks).toEqual([]);
  await makePlan("slate");
  expect(valueIn((await compareWith("balanced")).compared).locks).toEqual([
    { ...named, first: null, second: "in_view" },
  ]);
});

test("a plan stored before kinds could be compared says so, and shows who envies whom all the same", async () => {
  const runId = await makePlan("balanced");
  const [stored] = await stage.rows<{ input: string }>("select input from match_snapshots where run_id = $1", [runId]);
  const { standing: _, ...older } = JSON.parse(stored?.input ?? "") as PlanInput;
  const text = canonicalInput(older);
  await stage.rows("update match_snapshots set input = $2 where run_id = $1", [runId, text]);
  await stage.rows("update match_runs set input_hash = $2 where id = $1", [runId, textDigest(text)]);
  const { compared, envy } = await compareWith("slate");
  expect(reasonIn(compared)).toBe("kinds_not_kept");
  expect(envy).toBeInstanceOf(Array);
});
