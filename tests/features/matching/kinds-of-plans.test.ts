import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MODES, type Mode } from "~/domain/matching/mode";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { refused } from "~/domain/outcome";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { compareRuns } from "~/features/matching/compare-runs.server";
import { listLockPrices } from "~/features/matching/list-lock-prices.server";
import { listUnmatched } from "~/features/matching/list-unmatched.server";
import { openBoard } from "~/features/matching/open-board.server";
import { openEquity } from "~/features/matching/open-equity.server";
import { openPair } from "~/features/matching/open-pair.server";
import { openSeats } from "~/features/matching/open-seats.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { cast, sampleSchools } from "~db/cast";
import { approvePair } from "../../support/approve-pair";
import { staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, reasonIn, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
const clinic = lakeviewListing("clinic-care");
const anaId = cast.ana.personId;

async function makePlan(mode?: Mode): Promise<string> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines"), { mode }));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  return runId;
}
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
const asIfMade = async (runId: string) => {
  const [row] = await stage.rows<{ input: string; plan: string }>(
    "select input, plan from match_snapshots where run_id = $1",
    [runId],
  );
  return { input: JSON.parse(row?.input ?? "") as PlanInput, plan: row?.plan ?? "" };
};

test.each(MODES)(
  "a %s plan is made as asked, passes its own check, is on the board, and its snapshot makes it again",
  async (mode) => {
    const runId = await makePlan(mode);
    const { input, plan } = await asIfMade(runId);
    expect(input.mode ?? "balanced").toBe(mode);
    expect(JSON.stringify(valueIn(proposePlan(input)))).toBe(plan);
    expect(verifyPlan(JSON.parse(plan) as Plan, input)).toEqual([]);
    expect(await board()).toMatchObject({ mode, counts: { students: input.students.length } });
    const { runs } = valueIn(await compareRuns(stage.wiring, staff("ines"), { first: null, second: null }));
    expect(runs[0]).toMatchObject({ mode });
  },
);

test.each(MODES)("every question about a %s plan has an answer", async (mode) => {
  await makePlan(mode);
  const ines = staff("ines");
  const pair = { studentId: anaId, listingId: lakeviewListing("ward-helper") };
  valueIn(await rulePair(stage.wiring, ines, { ...pair, ruling: "locked", seen: 0, reason: "" }));
  const asked = valueIn(
    await askWhatIf(stage.wiring, ines, { change: { kind: "forbid", studentId: anaId, listingId: clinic } }),
  );
  expect(asked.mode).toBe(mode);
  expect(asked.answer?.ok).toBe(true);
  expect(valueIn(await askWhyNot(stage.wiring, ines, { studentId: anaId, listingId: clinic }))).toMatchObject({ mode });
  for (const by of ["interest", "day", "both", "area"] as const) {
    const { listings, groups } = valueIn(await openSeats(stage.wiring, ines, { by, rows: 60 }));
    expect(listings.some(({ difference }) => difference !== null)).toBe(mode === "balanced");
    expect(groups.some(({ best }) => best !== null)).toBe(mode === "balanced");
  }
  const { students, decidedSince } = valueIn(await listUnmatched(stage.wiring, ines));
  expect([students.length, decidedSince]).toEqual([(await board()).unmatched.length, 1]);
  expect(valueIn(await listLockPrices(stage.wiring, ines)).locks).toHaveLength(1);
  expect(valueIn(await openEquity(stage.wiring, ines, { by: "grade" })).decidedSince).toBe(1);
  expect(valueIn(await openPair(stage.wiring, ines, pair)).match.studentId).toBe(anaId);
  const compared = valueIn(await comparePlans(stage.wiring, ines, { mode }));
  expect(compared.boardMode).toBe(mode);
  expect(compared.mode).not.toBe(mode);
  expect(compared.compared.ok).toBe(true);
  if (mode !== "balanced") expect(compared.envy).toEqual([]);
});

test("what if and why not of a stable plan and a slate are just what the next plan with that change says", async () => {
  for (const mode of ["stable", "slate"] as const) {
    await stage.clear();
    await makePlan(mode);
    const before = (await board()).matches;
    const titles = (rows: typeof before, id: string) =>
      rows.flatMap(({ studentId, title }) => (studentId === id ? title : [])).sort();
    const held = before.find(({ listingId }) => listingId === clinic)?.studentId;
    const { ranked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: held ?? "" }));
    const had = before.filter(({ studentId }) => studentId === held).map(({ listingId }) => listingId);
    const other = ranked.find(({ listingId }) => !had.includes(listingId))?.listingId ?? "";
    const lock = { studentId: held ?? "", listingId: other };
    const { answer } = valueIn(await askWhatIf(stage.wiring, staff("ines"), { change: { kind: "lock", ...lock } }));
    const { moves, after } = valueIn(answer ?? refused("nothing"));
    const priced = valueIn(await askWhyNot(stage.wiring, staff("ines"), lock)).price;
    expect(priced?.others).toEqual(moves);
    valueIn(await rulePair(stage.wiring, staff("ines"), { ...lock, ruling: "locked", seen: 0, reason: "" }));
    await makePlan();
    const next = await board();
    expect(next.mode).toBe(mode);
    expect(next.matches).toHaveLength(after.pairs);
    const students = [...new Set([...before, ...next.matches].map(({ studentId }) => studentId))];
    const changed = students.filter((id) => titles(before, id).join() !== titles(next.matches, id).join());
    expect(changed.sort()).toEqual(moves.map(({ studentId }) => studentId).sort());
  }
});

test.each(["stable", "slate"] as const)(
  "what a lock costs in a %s plan is just what the next plan without it gives back",
  async (mode) => {
    await setLakeview(stage, { placesPerSeat: 2 });
    await makePlan(mode);
    const { ranked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: anaId }));
    const had = (await board()).matches.flatMap(({ studentId, listingId }) => (studentId === anaId ? listingId : []));
    const pair = {
      studentId: anaId,
      listingId: ranked.find(({ listingId }) => !had.includes(listingId))?.listingId ?? "",
    };
    valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "locked", seen: 0, reason: "" }));
    const planOf = async (runId: string) => JSON.parse((await asIfMade(runId)).plan) as Plan;
    const before = await planOf(await makePlan());
    const { locks, left } = valueIn(await listLockPrices(stage.wiring, staff("ines")));
    expect(left).toBe(0);
    expect(locks.map(({ studentId, listingId }) => ({ studentId, listingId }))).toEqual([pair]);
    valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "released", seen: 1, reason: "" }));
    const after = await planOf(await makePlan());
    const [price] = locks.map((lock) => lock.price);
    expect(price?.cost).toMatchObject({
      placed: after.objective.placed - before.objective.placed,
      total: after.objective.total - before.objective.total,
    });
    const listingsOf = ({ assignments }: Plan, id: string) =>
      assignments
        .flatMap(({ studentId, listingId }) => (studentId === id ? listingId : []))
        .sort()
        .join();
    const students = [...new Set([...before.assignments, ...after.assignments].map(({ studentId }) => studentId))];
    const moved = students.filter((id) => listingsOf(before, id) !== listingsOf(after, id)).sort();
    expect(moved).toContain(anaId);
    expect(price?.others.map(({ studentId }) => studentId).sort()).toEqual(moved);
  },
);

test("of many locks the newest, first in the list, have their price in a slate, and the others are numbered", async () => {
  await setLakeview(stage, { placesPerSeat: 2 });
  await makePlan("slate");
  const firsts = new Map((await board()).matches.map((match) => [match.studentId, match.listingId]));
  const seven = [...firsts].slice(0, 7);
  const rule = (studentId: string, listingId: string, ruling: "locked" | "released", seen: number) =>
    rulePair(stage.wiring, staff("ines"), { studentId, listingId, ruling, seen, reason: "" });
  for (const [studentId, listingId] of seven) {
    stage.wiring.clock.pass(1);
    valueIn(await rule(studentId, listingId, "locked", 0));
  }
  const prices = async () => valueIn(await listLockPrices(stage.wiring, staff("ines")));
  const { locks, left } = await prices();
  expect(left).toBe(2);
  expect(locks.map(({ studentId }) => studentId)).toEqual(
    (await board()).rulings.slice(0, 5).map((row) => row.studentId),
  );
  expect((await prices()).locks).toEqual(locks);
  // Locked anew, the oldest is the newest: it has a price now, and the others keep theirs.
  const [studentId = "", listingId = ""] = seven[0] ?? [];
  stage.wiring.clock.pass(1);
  valueIn(await rule(studentId, listingId, "released", 1));
  valueIn(await rule(studentId, listingId, "locked", 2));
  const later = (await prices()).locks;
  expect(later[0]?.studentId).toBe(studentId);
  expect(later.slice(1)).toEqual(locks.slice(0, 4));
  for (const by of [staff("tom"), student("ana")])
    expect(reasonIn(await listLockPrices(stage.wiring, by))).toBe("not_permitted");
});

test("a comparison names all that each plan gives a student, not only what differs", async () => {
  await setLakeview(stage, { placesPerSeat: 3 });
  await makePlan("slate");
  const { compared } = valueIn(await comparePlans(stage.wiring, staff("ines"), { mode: "balanced" }));
  const { moves, second } = valueIn(compared);
  expect(second.placed).toBe((await board()).counts?.proposed);
  expect(moves.length).toBeGreaterThan(0);
  for (const move of moves) expect([move.first.length > 0, move.second.length]).toEqual([true, 1]);
});

test("a slate has several places for a student, numbered together, and no more than the school lets them pursue", async () => {
  await setLakeview(stage, { livePursuitLimit: 2, placesPerSeat: 3 });
  await makePlan("slate");
  const { matches, counts } = await board();
  const anas = matches.filter(({ studentId }) => studentId === anaId);
  expect(anas.map(({ ofStudent }) => ofStudent)).toEqual([
    { at: 1, of: 2 },
    { at: 2, of: 2 },
  ]);
  const places = matches.map(({ studentId }) => studentId);
  expect(places).toEqual([...new Set(places)].flatMap((id) => places.filter((one) => one === id)));
  expect(counts?.proposed).toBe(new Set(places).size);
  expect(matches.length).toBeGreaterThan(counts?.proposed ?? 0);
});

test("N2, N3, N4: slates made one after the other keep everybody in their round, also next to a lock and after it", async () => {
  await setLakeview(stage, { placesPerSeat: 3 });
  const roundsOf = (plan: string) =>
    (JSON.parse(plan) as Plan).assignments.map(({ studentId, listingId, round }) => [studentId, listingId, round]);
  const { plan } = await asIfMade(await makePlan("slate"));
  const rounds = roundsOf(plan);
  expect(roundsOf((await asIfMade(await makePlan())).plan)).toEqual(rounds);
  const [, listingId] = rounds.find(([studentId, , round]) => studentId === anaId && round === 2) ?? [];
  const pair = { studentId: anaId, listingId: String(listingId) };
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "locked", seen: 0, reason: "" }));
  const locked = await asIfMade(await makePlan());
  expect(locked.input.locks).toEqual([pair]);
  expect(roundsOf(locked.plan)).toEqual(rounds);
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "released", seen: 1, reason: "" }));
  expect(roundsOf((await asIfMade(await makePlan())).plan)).toEqual(rounds);
});

test("approvals that wait count towards how many places a student may pursue at once", async () => {
  await setLakeview(stage, { livePursuitLimit: 3, placesPerSeat: 3 });
  await makePlan("slate");
  await setLakeview(stage, { livePursuitLimit: 2, placesPerSeat: 3 });
  const anas = (await board()).matches.filter(({ studentId }) => studentId === anaId);
  const outcomes = [];
  for (const { id } of anas) outcomes.push(await holdMatch(stage.wiring, staff("ines"), { matchId: id }));
  expect(outcomes.map((outcome) => (outcome.ok ? "held" : outcome.reason))).toEqual(["held", "held", "too_many_live"]);
});

test.each(MODES)("F7: what is approved never moves in a %s plan, and is no proposal again", async (mode) => {
  await setLakeview(stage, { placesPerSeat: 3 });
  const pair = { studentId: anaId, listingId: clinic };
  valueIn(await approvePair(stage, staff("ines"), pair));
  const { input, plan } = await asIfMade(await makePlan(mode));
  const { assignments } = JSON.parse(plan) as Plan;
  expect(input.approved).toContainEqual(pair);
  const own = assignments.filter(({ studentId }) => studentId === anaId);
  expect(own.filter(({ origin }) => origin === "approved")).toEqual([expect.objectContaining(pair)]);
  const { matches, counts } = await board();
  expect(matches.find(({ studentId, listingId }) => studentId === anaId && listingId === clinic)).toBeUndefined();
  // A slate looks for the student's other places; the other kinds are done with them.
  expect(own.length > 1).toBe(mode === "slate");
  expect(counts?.underWay).toBe(mode === "slate" ? 0 : 1);
  const { students, proposed, underWay, withoutPlace, resting } = counts ?? { students: 0 };
  expect((proposed ?? 0) + (underWay ?? 0) + (withoutPlace ?? 0) + (resting ?? 0)).toBe(students);
});

test("while a plan is being made, another kind is not: the answer says which one comes; without a kind it is that of the board", async () => {
  await makePlan("slate");
  const first = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  expect(first.mode).toBe("slate");
  expect(valueIn(await startMatchRun(stage.wiring, staff("priya"), { mode: "stable" }))).toEqual(first);
});

test("nobody but coordinators and admins asks for a plan of any kind", async () => {
  for (const by of [staff("tom"), student("ana")])
    expect(reasonIn(await startMatchRun(stage.wiring, by, { mode: "slate" }))).toBe("not_permitted");
});
