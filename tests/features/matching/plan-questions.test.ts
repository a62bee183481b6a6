import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput } from "~/domain/matching/plan-change";
import { refused } from "~/domain/outcome";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { listBoardNews } from "~/features/matching/list-board-news.server";
import { listLockPrices } from "~/features/matching/list-lock-prices.server";
import { listUnmatched } from "~/features/matching/list-unmatched.server";
import { openBoard } from "~/features/matching/open-board.server";
import { openPair } from "~/features/matching/open-pair.server";
import { openSeats } from "~/features/matching/open-seats.server";
import { gatherPlan } from "~/features/matching/plan-input.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForListing } from "~/features/matching/rank-for-listing.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { takeIntoPlans } from "~/features/matching/take-into-plans.server";
import { decideMatch } from "~/features/pursuits/decide-match.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { staff, student } from "../../support/pursuit-way";
import { lakeviewListing, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
const clinic = lakeviewListing("clinic-care");
const anaId = cast.ana.personId;

async function makePlan(): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
const whatIf = (change: Parameters<typeof askWhatIf>[2]["change"], by = staff("ines")) =>
  askWhatIf(stage.wiring, by, { change });
/** Every question about the plan on the board. */
const asks = () =>
  Promise.all([
    whatIf(null),
    openSeats(stage.wiring, staff("ines"), { by: "interest", rows: 60 }),
    comparePlans(stage.wiring, staff("ines"), { mode: "stable" }),
    listUnmatched(stage.wiring, staff("ines")),
    listLockPrices(stage.wiring, staff("ines")),
  ]);
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
/** All fits together in the plan as it stands. */
const totalNow = async () =>
  valueIn(valueIn(await whatIf({ kind: "travel_more", by: 1 })).answer ?? refused("nothing")).before.total;
const placesNow = async () => new Map((await board()).matches.map(({ studentId, title }) => [studentId, title]));

test("what if shows by name who would move, and the next plan with that change is just so", async () => {
  await makePlan();
  const before = await board();
  const { answer } = valueIn(await whatIf({ kind: "forbid", studentId: anaId, listingId: clinic }));
  if (!answer) throw new Error("nothing was answered");
  const { moves, after } = valueIn(answer);
  const ana = moves.find(({ studentId }) => studentId === anaId);
  expect(ana).toMatchObject({ student: "Ana Reyes", leaves: ["Help care for animals at a clinic"] });
  expect(await board()).toEqual(before);
  valueIn(
    await rulePair(stage.wiring, staff("ines"), {
      studentId: anaId,
      listingId: clinic,
      ruling: "forbidden",
      seen: 0,
      reason: "",
    }),
  );
  await makePlan();
  const { matches, counts } = await board();
  expect(counts?.proposed).toBe(after.placed);
  expect(matches.find(({ studentId }) => studentId === anaId)?.title ?? null).toBe(ana?.gets[0] ?? null);
});

test("what if the way may be longer is just what a plan made anew with that limit says, for one student and for all", async () => {
  const { districtId, schoolId } = worker;
  const now = stage.wiring.clock.now();
  // Everybody looks near home first, so that a longer way has something to open.
  await stage.rows("update students set travel_limit_minutes = 12 where school_id = $1", [schoolId]);
  await makePlan();
  const { input } = await withScope(stage.wiring, staff("ines"), (tx) => gatherPlan(tx, { schoolId, districtId, now }));
  const wasAt = new Map(input.previous?.map((pair) => [pair.studentId, pair.listingId]));
  for (const studentId of [anaId, undefined]) {
    const change = { kind: "travel_more" as const, by: 30, ...(studentId && { studentId }) };
    const { before, after, moves } = valueIn(valueIn(await whatIf(change)).answer ?? refused("nothing"));
    const cold = valueIn(proposePlan(changedInput(input, [change])));
    expect(after).toMatchObject(cold.objective);
    if (studentId === undefined) expect(after.placed).toBeGreaterThan(before.placed);
    const nowAt = new Map(cold.assignments.map((pair) => [pair.studentId, pair.listingId]));
    expect(moves).toHaveLength(input.students.filter(({ id }) => nowAt.get(id) !== wasAt.get(id)).length);
  }
  await stage.rows("update students set travel_limit_minutes = null where school_id = $1", [schoolId]);
});

test("a page about the plan says that there is none, also when its snapshot went with an erased student", async () => {
  for (const outcome of await asks()) expect(reasonIn<string>(outcome)).toBe("no_plan");
  await makePlan();
  for (const outcome of await asks()) expect(outcome.ok).toBe(true);
  await stage.rows("delete from match_snapshots");
  for (const outcome of await asks()) expect(reasonIn<string>(outcome)).toBe("no_plan");
});

test.each([
  ["the plan is torn off", "update match_snapshots set plan = left(plan, 200)", "SyntaxError"],
  ["the plan is something else", "update match_snapshots set plan = '{}'", "TypeError"],
  [
    "a pair of the plan is gone",
    `update match_snapshots set plan = jsonb_set(plan::jsonb, '{assignments}', (plan::jsonb -> 'assignments') - 0)::text`,
    "unsound f8",
  ],
  [
    "the input is another one",
    "update match_snapshots set input = replace(input, '\"seed\":1', '\"seed\":2')",
    "another_input",
  ],
])(
  "nothing is answered from a stored plan when %s: the log says which input, and a new plan mends it",
  async (_, damage, reason) => {
    await makePlan();
    await stage.rows(damage);
    stage.wiring.lines.length = 0;
    const outcomes = await asks();
    for (const outcome of outcomes) expect(reasonIn<string>(outcome)).toBe("plan_does_not_open");
    const [run] = await stage.rows<{ id: string; input_hash: string }>("select id, input_hash from match_runs");
    const line = { level: "error", message: "a plan does not open" };
    const fields = { schoolId: worker.schoolId, runId: run?.id, inputHash: run?.input_hash, reason };
    expect(stage.wiring.lines).toEqual(outcomes.map(() => ({ ...line, fields })));
    await makePlan();
    for (const outcome of await asks()) expect(outcome.ok).toBe(true);
  },
);

test("seats and demand name what is asked for, and a stable plan places no more than the one on the board", async () => {
  await makePlan();
  const { groups, listings } = valueIn(await openSeats(stage.wiring, staff("ines"), { by: "area", rows: 60 }));
  expect(groups.every(({ area }) => area !== null)).toBe(true);
  const own = listings.find(({ listingId }) => listingId === clinic);
  expect(own).toMatchObject({ title: "Help care for animals at a clinic", seats: 1, held: 1 });
  expect(own?.eligible).toBeGreaterThan(1);
  const compared = valueIn(await comparePlans(stage.wiring, staff("ines"), { mode: "stable" }));
  const { first, second, moves } = valueIn(compared.compared);
  expect(first.placed).toBe((await board()).counts?.proposed);
  expect(second.placed).toBeLessThanOrEqual(first.placed);
  for (const move of moves) expect(move.student).not.toBe("");
});

test("who has no place is listed with the rule that stands alone in the way", async () => {
  await stage.rows("update students set weekdays = '{7}' where id = $1", [anaId]);
  await makePlan();
  await stage.rows("update students set weekdays = '{2,4}' where id = $1", [anaId]);
  const { students: unmatched } = valueIn(await listUnmatched(stage.wiring, staff("ines")));
  const ana = unmatched.find(({ id }) => id === anaId);
  expect(ana).toMatchObject({ name: "Ana Reyes", reason: "no_eligible_placement" });
  expect(ana?.binding[0]).toMatchObject({ code: "no_common_day" });
});

test("a pair opens with each rule and its datum, alternatives, and what the plan says", async () => {
  await makePlan();
  const pair = valueIn(await openPair(stage.wiring, staff("ines"), { studentId: anaId, listingId: clinic }));
  expect(pair.proposal?.state).toBe("proposed");
  expect(pair.inPlan).toEqual({ code: "proposed" });
  expect(pair.match.eligibility.checks.find(({ check }) => check === "days")?.data).toMatchObject({ common: 2, of: 2 });
  expect(pair.alternatives).toHaveLength(5);
  for (const { difference } of pair.alternatives)
    expect(difference?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(difference?.forStudent);
  const asked = { studentId: anaId, listingId: lakeviewListing("seniors-shadow") };
  expect(valueIn(await openPair(stage.wiring, staff("ines"), asked)).match.eligible).toBe(false);
});

test("others' decisions are news, one's own are not; a page that opens now is not told of those two minutes old", async () => {
  const ruling = { studentId: anaId, listingId: clinic, ruling: "locked", seen: 0, reason: "" } as const;
  valueIn(await rulePair(stage.wiring, staff("priya"), ruling));
  const news = async (by = staff("ines")) => valueIn(await listBoardNews(stage.wiring, by, { since: null })).items;
  expect(await news()).toMatchObject([{ what: "locked", by: "Priya", student: "Ana Reyes" }]);
  expect(await news(staff("priya"))).toEqual([]);
  stage.wiring.clock.pass(2);
  expect(await news()).toEqual([]);
});

test("a page that comes back is told all that others decided since it asked last, also which places plans leave out", async () => {
  const { at } = valueIn(await listBoardNews(stage.wiring, staff("ines"), { since: null }));
  const ruling = { studentId: anaId, listingId: clinic, ruling: "locked", seen: 0, reason: "" } as const;
  stage.wiring.clock.pass(1);
  valueIn(await rulePair(stage.wiring, staff("priya"), ruling));
  stage.wiring.clock.pass(90);
  valueIn(await leaveOutOfPlans(stage.wiring, staff("priya"), { listingId: clinic, reason: "" }));
  stage.wiring.clock.pass(90);
  valueIn(await takeIntoPlans(stage.wiring, staff("priya"), { listingId: clinic }));
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

test("what was decided since the plan is counted into what if, in numbers, and nobody who is approved or locked moves", async () => {
  await makePlan();
  const untouched = valueIn(await whatIf(null));
  expect(untouched.since).toEqual({ counted: 0, left: 0 });
  const { matches } = await board();
  const ana = matches.find(({ studentId }) => studentId === anaId);
  const [other, third] = matches.filter(({ studentId }) => studentId !== anaId);
  if (!ana || !other || !third) throw new Error("the plan places too few");
  const { until } = valueIn(await holdMatch(stage.wiring, staff("ines"), { matchId: ana.id }));
  const own = { matchId: ana.id, until, by: cast.ines.personId };
  valueIn(await decideMatch(stage.wiring, staff("ines"), { ...own, decision: "approve" }));
  const lock = {
    studentId: other.studentId,
    listingId: other.listingId,
    ruling: "locked",
    seen: 0,
    reason: "",
  } as const;
  valueIn(await rulePair(stage.wiring, staff("priya"), lock));
  valueIn(await leaveOutOfPlans(stage.wiring, staff("ines"), { listingId: third.listingId, reason: "" }));
  const now = valueIn(await whatIf({ kind: "forbid", studentId: other.studentId, listingId: clinic }));
  expect(now.since).toEqual({ counted: 3, left: 0 });
  expect(now.students.map(({ id }) => id)).not.toContain(anaId);
  expect(now.listings.map(({ id }) => id)).not.toContain(third.listingId);
  // Whatever is tried, the approved student is not in the answer, and the lock holds.
  const tried = valueIn(valueIn(await whatIf({ kind: "travel_more", by: 60 })).answer ?? refused("nothing"));
  expect(tried.moves.map(({ studentId }) => studentId)).not.toContain(anaId);
  expect(tried.moves.map(({ studentId }) => studentId)).not.toContain(other.studentId);
  const about = async (listingId: string) =>
    valueIn(await askWhyNot(stage.wiring, staff("ines"), { studentId: anaId, listingId }));
  expect(await about(ana.listingId)).toMatchObject({ code: "in_plan", isApproved: true });
  // A lock of the approved student would rest, so it has no price, and there is nothing to try.
  const another = { studentId: anaId, listingId: lakeviewListing("ward-helper") };
  expect(await about(another.listingId)).toMatchObject({ code: "not_looking", isApproved: false, price: null });
  const asIfFree = valueIn(await whatIf({ kind: "lock", ...another })).answer;
  expect(reasonIn(asIfFree ?? refused("nothing"))).toBe("unknown_pair");
  const seats = valueIn(await openSeats(stage.wiring, staff("ines"), { by: "area", rows: 60 }));
  expect(seats.listings.map(({ listingId }) => listingId)).not.toContain(third.listingId);
  // The pages that show the plan as it was made say how much is missing.
  expect(valueIn(await listUnmatched(stage.wiring, staff("ines"))).decidedSince).toBe(3);
  expect(valueIn(await comparePlans(stage.wiring, staff("ines"), { mode: "stable" })).decidedSince).toBe(3);
  // A plan made now says the same as the question did, and has nothing left to count.
  await makePlan();
  const made = valueIn(await whatIf({ kind: "travel_more", by: 60 }));
  expect(made.since).toEqual({ counted: 0, left: 0 });
  expect(valueIn(made.answer ?? refused("nothing")).before).toEqual(tried.before);
  // Taken back in, a listing has evidence that this plan has not seen: only a new plan can count it.
  valueIn(await takeIntoPlans(stage.wiring, staff("ines"), { listingId: third.listingId }));
  expect(valueIn(await whatIf(null)).since).toEqual({ counted: 0, left: 1 });
});

test("strangers ask nothing about a plan", async () => {
  await makePlan();
  const pair = { studentId: anaId, listingId: clinic };
  for (const by of [staff("tom"), student("ana")])
    for (const outcome of [
      await askWhatIf(stage.wiring, by, { change: null }),
      await openSeats(stage.wiring, by, { by: "day", rows: 60 }),
      await comparePlans(stage.wiring, by, { mode: "slate" }),
      await listUnmatched(stage.wiring, by),
      await listLockPrices(stage.wiring, by),
      await listBoardNews(stage.wiring, by, { since: null }),
      await askWhyNot(stage.wiring, by, pair),
      await openPair(stage.wiring, by, pair),
    ])
      expect(reasonIn<string>(outcome)).toBe("not_permitted");
  expect(reasonIn(await openPair(stage.wiring, staff("malik"), pair))).toBe("not_found");
  expect(reasonIn(await openPair(stage.wiring, staff("ines"), { ...pair, studentId: NOBODY }))).toBe("not_found");
  expect(reasonIn(await whatIf({ kind: "lock", ...pair }, staff("malik")))).toBe("no_plan");
});

test("why not this one: the seat goes to another student, and a lock would move just the people it names", async () => {
  await makePlan();
  const { matches } = await board();
  const holder = matches.find(({ listingId }) => listingId === clinic);
  if (!holder) throw new Error("nobody got the clinic");
  const others = valueIn(await rankForListing(stage.wiring, staff("ines"), { listingId: clinic })).ranked;
  const answers = await Promise.all(
    others.map(async ({ studentId }) => ({
      studentId,
      ...valueIn(await askWhyNot(stage.wiring, staff("ines"), { studentId, listingId: clinic })),
    })),
  );
  expect(answers.find(({ studentId }) => studentId === holder.studentId)?.code).toBe("in_plan");
  const full = answers.find(({ code }) => code === "full");
  expect(full).toMatchObject({ seats: 1, isLocked: false });
  const { studentId: other = "", price } = full ?? {};
  const pair = { studentId: other, listingId: clinic };
  expect(price?.chain[0]).toMatchObject({ studentId: other, gets: ["Help care for animals at a clinic"] });
  expect(price?.chain[1]).toMatchObject({ student: holder.student, leaves: ["Help care for animals at a clinic"] });
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "locked", seen: 0, reason: "" }));
  const before = new Map(matches.map(({ studentId, title }) => [studentId, title]));
  await makePlan();
  const after = await placesNow();
  for (const { studentId, leaves, gets } of [...(price?.chain ?? []), ...(price?.others ?? [])])
    expect([before.get(studentId), after.get(studentId)]).toEqual([leaves[0], gets[0]]);
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
  expect(moved).toHaveLength((price?.chain.length ?? 0) + (price?.others.length ?? 0));
  const locked = valueIn(await askWhyNot(stage.wiring, staff("ines"), pair));
  expect(locked).toMatchObject({
    code: "in_plan",
    isLocked: true,
    price: { cost: { total: -(price?.cost.total ?? 0) } },
  });
});

test("why not this one: the rules exclude it, and a lock by a reason has its price all the same", async () => {
  await makePlan();
  const { blocked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: anaId }));
  const open = (await board()).listings.map(({ id }) => id);
  const listingId = blocked.find((row) => open.includes(row.listingId))?.listingId ?? "";
  const pair = { studentId: anaId, listingId };
  const answer = valueIn(await askWhyNot(stage.wiring, staff("ines"), pair));
  expect(answer.code).toBe("not_eligible");
  expect(answer.blockers.length).toBeGreaterThan(0);
  expect(answer.price?.chain[0]).toMatchObject({ student: "Ana Reyes", leaves: ["Help care for animals at a clinic"] });
  expect(reasonIn<string>(await askWhyNot(stage.wiring, staff("ines"), { ...pair, studentId: NOBODY }))).toBe(
    "unknown_pair",
  );
});

test("each standing lock has its price, also one made since the plan: what a plan without it gives back", async () => {
  await makePlan();
  const [own, total] = [await placesNow(), await totalNow()];
  const pair = { studentId: anaId, listingId: lakeviewListing("ward-helper") };
  const rule = (ruling: "locked" | "released", seen: number) =>
    rulePair(stage.wiring, staff("ines"), { ...pair, ruling, seen, reason: "" });
  valueIn(await rule("locked", 0));
  const jadas = { studentId: cast.jada.personId, listingId: lakeviewListing("seniors-shadow") };
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...jadas, ruling: "forbidden", seen: 0, reason: "" }));
  const prices = async () => valueIn(await listLockPrices(stage.wiring, staff("ines")));
  const { locks: later, since } = await prices();
  // What is ruled out at a listing that the plan has not seen changes nothing in it, and has no price.
  expect(since).toEqual({ counted: 1, left: 1 });
  expect(later.map(({ studentId, listingId }) => ({ studentId, listingId }))).toEqual([pair]);
  expect(later[0]?.price.chain[0]).toMatchObject({ student: "Ana Reyes", gets: [own.get(anaId)] });
  await makePlan();
  const { locks: kept } = await prices();
  expect(kept).toEqual(later);
  expect(kept[0]?.price.cost.total).toBe(total - (await totalNow()));
  valueIn(await rule("released", 1));
  expect((await prices()).locks).toEqual([]);
});
