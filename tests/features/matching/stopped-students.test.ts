import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { civilDate } from "~/clock";
import type { Mode } from "~/domain/matching/mode";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { letStudentLeave } from "~/features/people/let-student-leave.server";
import { takeStudentBack } from "~/features/people/take-student-back.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { cast, sampleSchools } from "~db/cast";
import { anaApproved, inesSuggests, staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update students set seeking = true, weekdays = '{2,4}' where id = $1", [anaId]);
});
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
const anaId = cast.ana.personId;

async function makePlan(mode: Mode = "balanced"): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines"), { mode }));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
const ofAna = async () => (await board()).matches.filter(({ studentId }) => studentId === anaId);
const stopsOfAna = async () => (await ofAna()).map(({ state, stops }) => [state, stops]);
/** The counts that moved, and by how much. */
async function moved(what: () => Promise<unknown>): Promise<Record<string, number>> {
  const { counts: before } = await board();
  await what();
  const { counts: after } = await board();
  if (!before || !after) throw new Error("the plan has no counts");
  const changes = Object.entries(after).map(([key, count]) => [key, count - before[key as keyof typeof before]]);
  return Object.fromEntries(changes.filter(([, by]) => by !== 0));
}
const stopLooking = () => stage.rows("update students set seeking = false where id = $1", [anaId]);

test("a pair whose student stopped looking is not open any more, is counted so, and is open again when they look", async () => {
  await makePlan();
  expect(await stopsOfAna()).toEqual([["proposed", null]]);
  expect(await moved(stopLooking)).toEqual({ proposed: -1, resting: 1 });
  expect(await stopsOfAna()).toEqual([["proposed", "not_looking"]]);
  await stage.rows("update students set seeking = true where id = $1", [anaId]);
  expect(await stopsOfAna()).toEqual([["proposed", null]]);
});

test("whoever left is no student of the board, their pair is not open and their ruling asks nothing, until they are back", async () => {
  await makePlan();
  const [row] = await ofAna();
  const pair = { studentId: anaId, listingId: row?.listingId ?? "" };
  valueIn(await rulePair(stage.wiring, staff("priya"), { ...pair, ruling: "locked", seen: 0, reason: "" }));
  const isListed = async () => {
    const { students, rulings } = await board();
    return [students.some(({ id }) => id === anaId), rulings.some(({ studentId }) => studentId === anaId)];
  };
  expect(await isListed()).toEqual([true, true]);
  const whatIf = async () => valueIn(await askWhatIf(stage.wiring, staff("ines"), { change: null }));
  const [before, lastDay] = [await whatIf(), civilDate(stage.wiring.clock.now(), "America/Los_Angeles")];
  const leave = async () => valueIn(await letStudentLeave(stage.wiring, staff("ines"), { studentId: anaId, lastDay }));
  expect(await moved(leave)).toEqual({ proposed: -1, resting: 1 });
  expect(await isListed()).toEqual([false, false]);
  expect(await stopsOfAna()).toEqual([["proposed", "left"]]);
  const after = await whatIf();
  expect(after.since.counted).toBe(before.since.counted + 1);
  expect(after.students.some(({ id }) => id === anaId)).toBe(false);
  valueIn(await takeStudentBack(stage.wiring, staff("ines"), { studentId: anaId }));
  expect(await isListed()).toEqual([true, true]);
  expect(await stopsOfAna()).toEqual([["proposed", null]]);
});

test("a pair whose student has another place in view by now is not open any more, and is counted so", async () => {
  await makePlan();
  const [row] = await ofAna();
  const other = row?.title.startsWith("Front desk") ? "clinic-care" : "clinic-desk";
  expect(await moved(() => anaApproved(stage, other))).toEqual({ proposed: -1, underWay: 1 });
  expect(await stopsOfAna()).toEqual([["proposed", "in_view"]]);
});

test("what a student asked for stays open, though they stopped looking or have another place in view", async () => {
  await makePlan();
  const [row] = await ofAna();
  valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId: row?.listingId ?? "", note: "" }));
  expect(await moved(stopLooking)).toEqual({});
  expect(await stopsOfAna()).toEqual([["proposed", null]]);
});

test("an approval on the board itself puts the student on the way, and stops no pair of anybody else", async () => {
  await makePlan();
  const [row] = await ofAna();
  const approve = () => holdMatch(stage.wiring, staff("ines"), { matchId: row?.id ?? "" });
  expect(await moved(approve)).toEqual({ proposed: -1, underWay: 1 });
  const { matches } = await board();
  expect(matches.filter(({ stops }) => stops !== null)).toEqual([]);
});

test("a slate goes on proposing to a student until they have as many places in view as the school allows", async () => {
  await setLakeview(stage, { livePursuitLimit: 2 });
  await makePlan("slate");
  const [first, second] = await ofAna();
  if (!second) throw new Error("the slate has one pair for Ana alone");
  valueIn(await holdMatch(stage.wiring, staff("ines"), { matchId: first?.id ?? "" }));
  expect(await stopsOfAna()).toEqual([
    ["held", null],
    ["proposed", null],
  ]);
  const taken = [first, second].map((row) => row?.listingId);
  const other = ["clinic-care", "clinic-desk", "ward-helper"].find((key) => !taken.includes(lakeviewListing(key)));
  await inesSuggests(stage, "ana", other);
  expect(await stopsOfAna()).toEqual([
    ["held", null],
    ["proposed", "in_view"],
  ]);
});

test("who got a place since is no longer in the queue of those without one", async () => {
  await stage.rows("update students set weekdays = '{7}' where id = $1", [anaId]);
  await makePlan();
  const waits = async () => (await board()).unmatched.some(({ id }) => id === anaId);
  expect(await waits()).toBe(true);
  expect(await moved(() => inesSuggests(stage))).toEqual({ withoutPlace: -1, underWay: 1 });
  expect(await waits()).toBe(false);
});
