import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { listBoardNews } from "~/features/matching/list-board-news.server";
import { openBoard } from "~/features/matching/open-board.server";
import { openPair } from "~/features/matching/open-pair.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { takeIntoPlans } from "~/features/matching/take-into-plans.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { recordAct } from "~db/audit.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { approvePair } from "../../support/approve-pair";
import { anaAsks, staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const clinic = lakeviewListing("clinic-care");
const anaId = cast.ana.personId;

test("others' decisions are news, one's own are not; a page that opens now is not told of those two minutes old", async () => {
  const ruling = { studentId: anaId, listingId: clinic, ruling: "locked", seen: 0, reason: "" } as const;
  valueIn(await rulePair(stage.wiring, staff("priya"), ruling));
  const news = async (by = staff("ines")) => valueIn(await listBoardNews(stage.wiring, by, { since: null })).items;
  expect(await news()).toMatchObject([{ what: "locked", by: "Priya", student: "Ana Reyes" }]);
  expect(await news(staff("priya"))).toEqual([]);
  const pair = valueIn(await openPair(stage.wiring, staff("ines"), { studentId: anaId, listingId: clinic }));
  expect(pair.news.items).toMatchObject([{ what: "locked", by: "Priya", student: "Ana Reyes" }]);
  stage.wiring.clock.pass(2);
  expect(await news()).toEqual([]);
});

test("a page that comes back is told all that others decided since it asked last, also which places plans leave out", async () => {
  const { at } = valueIn(await listBoardNews(stage.wiring, staff("ines"), { since: null }));
  const ruling = { studentId: anaId, listingId: clinic, ruling: "locked", seen: 0, reason: "" } as const;
  stage.wiring.clock.pass(1);
  valueIn(await rulePair(stage.wiring, staff("priya"), ruling));
  stage.wiring.clock.pass(90);
  const seen = stage.wiring.clock.now().toISOString();
  valueIn(await leaveOutOfPlans(stage.wiring, staff("priya"), { listingId: clinic, reason: "" }));
  stage.wiring.clock.pass(90);
  valueIn(await takeIntoPlans(stage.wiring, staff("priya"), { listingId: clinic, seen }));
  const ask = async (since: string, by = staff("ines")) =>
    valueIn(await listBoardNews(stage.wiring, by, { since: new Date(since) }));
  const back = await ask(at);
  const title = "Help care for animals at a clinic";
  expect(back.items).toMatchObject([
    { what: "resume", by: "Priya", student: "", title },
    { what: "pause", by: "Priya", student: "", title },
    { what: "locked", by: "Priya", student: "Ana Reyes", title },
  ]);
  expect((await ask(at, staff("priya"))).items).toEqual([]);
  // What was written at that very moment comes again, and is known by its key.
  expect((await ask(back.at)).items).toEqual(back.items.slice(0, 1));
  stage.wiring.clock.pass(1);
  expect((await ask(stage.wiring.clock.now().toISOString())).items).toEqual([]);
  // Nobody reads a list of more than a day.
  stage.wiring.clock.pass(2 * 24 * 60);
  expect((await ask(at)).items).toEqual([]);
});

test("a request that a colleague approves on its own page is approved on the board, without a box to approve it again", async () => {
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  const ofAna = async () =>
    valueIn(await openBoard(stage.wiring, staff("ines"))).matches.find(({ studentId }) => studentId === anaId);
  const { listingId = "" } = (await ofAna()) ?? {};
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }));
  await stage.rows("update matches set hold_fault = 'no_place' where student_id = $1", [anaId]);
  expect(await ofAna()).toMatchObject({ state: "proposed", hasAsked: true, putBack: "no_place" });
  valueIn(await approvePursuit(stage.wiring, staff("priya"), { pursuitId }));
  expect(await ofAna()).toMatchObject({ state: "approved", hasAsked: false, putBack: null });
  const { proposal } = valueIn(await openPair(stage.wiring, staff("ines"), { studentId: anaId, listingId }));
  expect(proposal?.state).toBe("approved");
  // What the approved pair takes is not among the open seats, so the plan gives none of those to somebody else.
  const jada = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: cast.jada.personId }));
  expect(jada.inPlan.get(listingId)?.code).not.toBe("seats_go_to_others");
  const { items } = valueIn(await listBoardNews(stage.wiring, staff("ines"), { since: null }));
  expect(items).toMatchObject([{ what: "approve_request", by: "Priya", student: "Ana Reyes" }]);
  expect(valueIn(await listBoardNews(stage.wiring, staff("priya"), { since: null })).items).toEqual([]);
});

test("of more news than anybody reads the newest are said, and every other is counted, without one's own", async () => {
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  const [match] = await stage.rows<{ id: string }>("select id from matches where run_id = $1 limit 1", [runId]);
  const now = stage.wiring.clock.now();
  for (const by of ["priya", "ines"] as const)
    await withScope(stage.wiring, staff(by), async (tx) => {
      const act = { actor: staff(by), noun: "match", nounId: match?.id ?? "", transition: "hold", to: "held", now };
      for (let at = 0; at < 70; at += 1) await recordAct(tx, act);
    });
  const { items, olderKeys } = valueIn(await listBoardNews(stage.wiring, staff("ines"), { since: null }));
  expect(items).toHaveLength(50);
  expect(new Set([...items.map(({ key }) => key), ...olderKeys]).size).toBe(70);
  expect(new Set(items.map(({ by }) => by))).toEqual(new Set(["Priya"]));
});

test("a request that a colleague declines is news; what comes of an approval on the board is told once", async () => {
  const pursuitId = await anaAsks(stage);
  const words = { textForStudent: "Ask me about another place.", textForStaff: "" };
  valueIn(await declinePursuit(stage.wiring, staff("priya"), { pursuitId, ...words }));
  const told = async () =>
    valueIn(await listBoardNews(stage.wiring, staff("ines"), { since: null })).items.map(({ what }) => what);
  expect(await told()).toEqual(["decline_request"]);
  valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId: clinic, note: "" }));
  valueIn(await approvePair(stage, staff("priya"), { studentId: anaId, listingId: clinic }));
  expect((await told()).sort()).toEqual(["approve", "decline_request", "hold"]);
});
