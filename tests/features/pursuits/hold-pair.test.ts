import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listDecisions } from "~/features/matching/list-decisions.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { carryOutMatch } from "~/features/pursuits/carry-out-match.server";
import { holdPair } from "~/features/pursuits/hold-pair.server";
import { releaseMatch } from "~/features/pursuits/release-match.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, sampleSchools } from "~db/cast";
import { anaAsks, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  giveLooking,
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "approve-held", ...sampleSchools.lakeview } as const;
const pair = { studentId: cast.ana.personId, listingId: lakeviewListing("clinic-care") };
const hold = (by: Parameters<typeof holdPair>[1] = staff("ines"), about = pair, seen = 0) =>
  holdPair(stage.wiring, by, { ...about, seen });
const carryOut = (matchId: string) => carryOutMatch(stage.wiring, worker, { matchId });
const waiting = async (about: Parameters<typeof listDecisions>[2] = { studentId: pair.studentId }) =>
  valueIn(await listDecisions(stage.wiring, staff("ines"), about));
const heldNow = async () => {
  const [first] = (await waiting()).held;
  if (!first) throw new Error("nothing waits");
  return first.approval;
};
const heldId = async () => (await heldNow()).matchId;
const heldCount = () => countRows(stage, "matches");

async function makePlan(): Promise<void> {
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, { ...worker, job: "propose-matches" }, { runId }));
}

test("a pair approved from a ranking waits two minutes, unheard of outside, and is carried out then", async () => {
  await giveLooking(stage, "ana", "rosa");
  const pursuitId = await anaAsks(stage);
  const mails = await countRows(stage, "mails");
  expect(valueIn(await hold())).toMatchObject({ as: "approved" });
  expect((await waiting()).held).toMatchObject([{ ...pair, student: "Ana Reyes", by: "Ines", isOwn: true }]);
  expect((await waiting({ listingId: pair.listingId })).held).toHaveLength(1);
  expect((await waiting({ listingId: lakeviewListing("seniors-shadow") })).held).toEqual([]);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "requested" });
  expect(await countRows(stage, "mails")).toBe(mails);
  const matchId = await heldId();
  stage.wiring.clock.pass(2);
  expect(valueIn(await carryOut(matchId))).toEqual({ as: "approved" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "contacted" });
  expect(await listMails(stage, "first-contact")).toHaveLength(1);
  expect((await waiting()).held).toEqual([]);
});

test("the score that goes with the pair is the one its ranking has, whatever a page sends", async () => {
  const { ranked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: pair.studentId }));
  const shown = ranked.find(({ listingId }) => listingId === pair.listingId)?.score?.score;
  expect(shown).toBeGreaterThan(0);
  valueIn(await hold(staff("ines"), { ...pair, score: 9999 } as typeof pair));
  expect(await stage.rows("select score from matches")).toEqual([{ score: shown }]);
});

test("undone within the window it is as if nobody had approved, and it can be approved again", async () => {
  const pursuitId = await anaAsks(stage);
  valueIn(await hold());
  const approval = await heldNow();
  const { matchId } = approval;
  valueIn(await releaseMatch(stage.wiring, staff("priya"), approval));
  stage.wiring.clock.pass(2);
  expect(reasonIn(await carryOut(matchId))).toBe("not_due");
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "requested" });
  valueIn(await hold());
  expect(await heldId()).toBe(matchId);
  expect(await heldCount()).toBe(1);
});

test("a pair that the plan proposes is approved as that proposal; one that it does not is none of the plan's", async () => {
  await makePlan();
  const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
  const before = (await board()).matches;
  const proposal = before.find(({ studentId }) => studentId === pair.studentId);
  valueIn(await hold(staff("ines"), { ...pair, listingId: proposal?.listingId ?? "" }));
  expect((await board()).matches.find(({ id }) => id === proposal?.id)?.state).toBe("held");
  const other = before.find(({ studentId }) => studentId !== pair.studentId);
  const studentId = other?.studentId ?? "";
  const { ranked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId }));
  const free = ranked.find((row) => !before.some(({ listingId }) => listingId === row.listingId));
  valueIn(await hold(staff("ines"), { studentId, listingId: free?.listingId ?? "" }));
  const after = await board();
  expect(after.held).toHaveLength(2);
  expect(after.matches.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test("what came in between puts it back, and the ranking says why", async () => {
  const pursuitId = await anaAsks(stage);
  valueIn(await hold());
  const matchId = await heldId();
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  stage.wiring.clock.pass(2);
  expect(reasonIn(await carryOut(matchId))).toBe("put_back");
  expect((await waiting()).putBack).toEqual([{ ...pair, fault: "request_ended" }]);
  valueIn(await hold());
  expect((await waiting()).putBack).toEqual([]);
});

test("it refuses at once what could not be carried out, leaves nothing behind, and two coordinators approve once", async () => {
  valueIn(await hold());
  expect(reasonIn(await hold(staff("priya")))).toBe("decided_before");
  const last = { ...pair, studentId: cast.leo.personId };
  expect(reasonIn(await hold(staff("ines"), last))).toBe("no_place");
  expect(await heldCount()).toBe(1);
  await stage.clear();
  const both = await Promise.all([hold(), hold(staff("priya"))]);
  expect(both.map((outcome) => (outcome.ok ? "held" : outcome.reason)).sort()).toEqual(["decided_before", "held"]);
  expect(await heldCount()).toBe(1);
});

test("on a page that is behind nothing is approved over what another coordinator settled, and both are named", async () => {
  const rule = (ruling: "locked" | "forbidden" | "released", seen: number) =>
    rulePair(stage.wiring, staff("priya"), { ...pair, ruling, seen, reason: "" });
  valueIn(await rule("forbidden", 0));
  const behind = { ok: false, reason: "changed_before", detail: { by: "Priya", ruling: "forbidden" } };
  expect(await hold()).toEqual(behind);
  expect(reasonIn(await hold(staff("ines"), pair, 1))).toBe("ruled_out");
  expect((await waiting()).rulings).toMatchObject([{ ...pair, ruling: "forbidden", revision: 1, by: "Priya" }]);
  expect((await waiting()).news.items).toMatchObject([{ what: "forbidden", by: "Priya", student: "Ana Reyes" }]);
  valueIn(await rule("released", 1));
  expect(await hold(staff("ines"), pair, 1)).toMatchObject({ ok: false, detail: { ruling: "released" } });
  expect(await heldCount()).toBe(0);
  valueIn(await hold(staff("ines"), pair, 2));
});

test("strangers approve nothing from a ranking and see nothing that waits", async () => {
  for (const by of [staff("tom"), student("ana")]) {
    expect(reasonIn(await hold(by))).toBe("not_permitted");
    expect(reasonIn(await listDecisions(stage.wiring, by, { studentId: pair.studentId }))).toBe("not_permitted");
  }
  expect(reasonIn(await hold(staff("malik")))).toBe("not_found");
  expect(reasonIn(await hold(staff("ines"), { ...pair, studentId: NOBODY }))).toBe("not_found");
  valueIn(await hold());
  const theirs = await listDecisions(stage.wiring, staff("malik"), { studentId: pair.studentId });
  expect(valueIn(theirs)).toMatchObject({ held: [], putBack: [], rulings: [] });
});

test("an approval undone after a new plan is on the board as taken back, until the student has a place in view", async () => {
  await makePlan();
  const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
  const proposal = (await board()).matches.find(({ studentId }) => studentId === pair.studentId);
  const listingId = proposal?.listingId ?? "";
  valueIn(await hold(staff("ines"), { ...pair, listingId }));
  stage.wiring.clock.pass(1);
  await makePlan();
  expect((await board()).matches.some(({ studentId }) => studentId === pair.studentId)).toBe(false);
  valueIn(await releaseMatch(stage.wiring, staff("ines"), await heldNow()));
  expect((await board()).takenBack).toMatchObject([{ student: "Ana Reyes", listingId, fault: null }]);
  valueIn(await hold(staff("ines"), { ...pair, listingId }));
  expect((await board()).takenBack).toEqual([]);
  valueIn(await releaseMatch(stage.wiring, staff("ines"), await heldNow()));
  stage.wiring.clock.pass(1);
  await makePlan();
  const after = await board();
  expect(after.takenBack).toEqual([]);
  expect(after.matches.some(({ studentId }) => studentId === pair.studentId)).toBe(true);
});
