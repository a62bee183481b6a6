import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import type { StudentTop } from "~/domain/matching/top-matches";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { keepPlan } from "~/features/matching/keep-plan.server";
import { listBoardNews } from "~/features/matching/list-board-news.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { inesSuggests, staff, student } from "../../support/pursuit-way";
import { countRows, lakeviewListing, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

const ines = castActor(cast.ines);
const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ask = async () => valueIn(await startMatchRun(stage.wiring, ines)).runId;

/** Asks for a plan and makes it. A minute passes, so that a later run is the newer one. */
async function makePlan(): Promise<string> {
  stage.wiring.clock.pass(1);
  const runId = await ask();
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  return runId;
}

interface Snapshot extends Record<string, unknown> {
  input: string;
  plan: string;
  input_hash: string;
}

async function snapshotOf(runId: string): Promise<Snapshot> {
  const [found] = await stage.rows<Snapshot>(
    "select s.input, s.plan, r.input_hash from match_snapshots s join match_runs r on (r.school_id, r.id) = (s.school_id, s.run_id) where s.run_id = $1",
    [runId],
  );
  if (!found) throw new Error("the run has no snapshot");
  return found;
}

const rowsOf = (table: string, runId: string) => countRows(stage, `${table} where run_id = '${runId}'`);
const board = async () => valueIn(await openBoard(stage.wiring, ines));

test("a run keeps the input it saw under its hash, and the input makes the same plan to the byte", async () => {
  const { input, plan, input_hash } = await snapshotOf(await makePlan());
  expect(createHash("sha256").update(input).digest("hex")).toBe(input_hash);
  expect(JSON.stringify(valueIn(proposePlan(JSON.parse(input) as PlanInput)))).toBe(plan);
  expect(verifyPlan(JSON.parse(plan) as Plan, JSON.parse(input) as PlanInput)).toEqual([]);
});

test("a run keeps ten placements at most for each student who looks, also one who is locked or has a place in view, the same that ranking them anew gives", async () => {
  await inesSuggests(stage, "minh", "ward-helper");
  const lock = { studentId: cast.jada.personId, listingId: lakeviewListing("clinic-care"), ruling: "locked" } as const;
  valueIn(await rulePair(stage.wiring, ines, { ...lock, seen: 0, reason: "The family asked for it." }));
  const runId = await makePlan();
  const { input } = await snapshotOf(runId);
  const [{ tops } = { tops: [] }] = await stage.rows<{ tops: StudentTop[] }>(
    "select tops from match_snapshots where run_id = $1",
    [runId],
  );
  const given = JSON.parse(input) as PlanInput;
  const kept = tops.map(({ studentId }) => studentId);
  const looking = await stage.rows<{ id: string }>("select id from students where school_id = $1 and seeking", [
    cast.ana.schoolId,
  ]);
  expect([...kept].sort()).toEqual(
    given.students.map(({ id }) => id).filter((id) => looking.some((student) => student.id === id)),
  );
  expect(kept).toEqual(expect.arrayContaining([cast.minh.personId, cast.jada.personId]));
  const ana = tops.find(({ studentId }) => studentId === cast.ana.personId);
  const ranked = valueIn(await rankForStudent(stage.wiring, ines, { studentId: cast.ana.personId })).ranked;
  expect(ranked.length).toBeGreaterThan(10);
  expect(ana?.top).toMatchObject(
    ranked.slice(0, 10).map(({ listingId, score: { score, forStudent } }) => ({ listingId, score, forStudent })),
  );
  expect(ana?.top).toHaveLength(10);
});

test("a student's list says of each placement what the plan does with it: proposed, taken by others, or another one instead", async () => {
  await makePlan();
  const { matches } = await board();
  const own = matches.find(({ studentId }) => studentId === cast.ana.personId)?.listingId;
  const { inPlan, ranked } = valueIn(await rankForStudent(stage.wiring, ines, { studentId: cast.ana.personId }));
  const told = new Set(ranked.map(({ listingId }) => inPlan.get(listingId)?.code));
  expect(told).toEqual(new Set(["proposed", "seats_go_to_others", "elsewhere"]));
  for (const { listingId } of ranked) {
    const place = inPlan.get(listingId);
    const held = matches.filter((match) => match.listingId === listingId).length;
    if (listingId === own) expect(place).toEqual({ code: "proposed" });
    else if (place?.code === "seats_go_to_others") expect(place.seats).toBe(held);
    else expect(place).toEqual({ code: "elsewhere", listingId: own });
  }
});

test("a student's list says nothing of a plan before there is one", async () => {
  const { inPlan } = valueIn(await rankForStudent(stage.wiring, ines, { studentId: cast.ana.personId }));
  expect([...inPlan.values()].filter((place) => place !== null)).toEqual([]);
});

test("the board shows of each pair of the plan the numbers that its ranking has", async () => {
  await makePlan();
  const { matches } = await board();
  const ana = matches.find(({ studentId }) => studentId === cast.ana.personId);
  const { ranked } = valueIn(await rankForStudent(stage.wiring, ines, { studentId: cast.ana.personId }));
  const { score, forStudent, forPlacement } = ranked.find(({ listingId }) => listingId === ana?.listingId)?.score ?? {};
  expect(ana?.score).toEqual({ score, forStudent, forPlacement });
  expect(score).toBeGreaterThan(0);
});

test("making the plan again moves nobody", async () => {
  await makePlan();
  const pairs = async () =>
    (await board()).matches.map(({ studentId, listingId }) => `${studentId} ${listingId}`).sort();
  const before = await pairs();
  expect(before.length).toBeGreaterThan(0);
  await makePlan();
  expect(await pairs()).toEqual(before);
});

test("a new plan overtakes what the one before proposed and nobody decided, and nobody approves it from a page behind", async () => {
  await makePlan();
  const before = (await board()).matches;
  const [first, second] = before;
  if (!first || !second) throw new Error("the plan of the sample has no two pairs");
  valueIn(await holdMatch(stage.wiring, ines, { matchId: second.id }));
  await makePlan();
  const states = await stage.rows<{ state: string; count: number }>(
    "select state, count(*)::int from matches where id = any($1) group by state order by state",
    [before.map(({ id }) => id)],
  );
  expect(states).toEqual([
    { state: "held", count: 1 },
    { state: "stale", count: before.length - 1 },
  ]);
  expect(reasonIn(await holdMatch(stage.wiring, ines, { matchId: first.id }))).toBe("plan_changed");
  const acts = await stage.rows("select actor_kind, from_state, to_state from audit_log where noun_id = $1", [
    first.id,
  ]);
  expect(acts).toEqual([{ actor_kind: "system", from_state: "proposed", to_state: "stale" }]);
  expect(valueIn(await listBoardNews(stage.wiring, staff("priya"), { since: null })).items).toMatchObject([
    { what: "hold" },
  ]);
});

test("the board says of each pair whether the student asks for it now, whatever the plan saw", async () => {
  await makePlan();
  const pairOf = async () => (await board()).matches.find(({ studentId }) => studentId === cast.ana.personId);
  const listingId = (await pairOf())?.listingId ?? "";
  expect((await pairOf())?.hasAsked).toBe(false);
  const input = { listingId, note: "I love animals." };
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("ana"), input));
  expect((await pairOf())?.hasAsked).toBe(true);
  valueIn(await holdMatch(stage.wiring, ines, { matchId: (await pairOf())?.id ?? "" }));
  expect((await board()).held).toMatchObject([{ as: "approved" }]);
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect((await pairOf())?.hasAsked).toBe(false);
});

test("a pair that was overtaken is not among those the next plan would rather keep", async () => {
  await makePlan();
  await stage.rows("update matches set state = 'stale' where student_id = $1", [cast.ana.personId]);
  const { input } = await snapshotOf(await makePlan());
  const kept = ((JSON.parse(input) as PlanInput).previous ?? []).map(({ studentId }) => studentId);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept).not.toContain(cast.ana.personId);
});

test("a plan that breaks a rule is not used: the one before stays, the coordinator reads why, the log has the input's hash", async () => {
  const kept = await makePlan();
  const before = (await board()).matches;
  const { input, plan: good, input_hash } = await snapshotOf(kept);
  const plan = JSON.parse(good) as Plan;
  const [first] = plan.assignments;
  if (!first) throw new Error("the plan of the sample has no pair");
  stage.wiring.clock.pass(1);
  const runId = await ask();
  const twice = { ...plan, assignments: [...plan.assignments, first] };
  const outcome = await withScope(stage.wiring, worker, (tx) =>
    keepPlan(tx, stage.wiring, worker, {
      runId,
      input: JSON.parse(input) as PlanInput,
      plan: twice,
      settled: [],
      resting: [],
    }),
  );
  expect(reasonIn(outcome)).toBe("plan_not_sound");
  const { matches, running } = await board();
  expect(matches).toEqual(before);
  expect(running).toMatchObject({ state: "failed", failure: "plan_not_sound" });
  expect(await rowsOf("matches", runId)).toBe(0);
  expect(stage.wiring.lines.filter(({ level }) => level === "error")).toMatchObject([
    { fields: { runId, inputHash: input_hash, properties: ["F1", "F2", "O2"] }, message: "a plan broke its own rules" },
  ]);
  await makePlan();
  expect((await board()).running).toBeNull();
});

test.each([
  [
    "its input does not make again",
    { properties: ["D1"] },
    (plan: Plan, input: PlanInput) => ({
      plan: { ...plan, audit: { ...plan.audit, openSeats: plan.audit.openSeats + 1 } },
      input,
    }),
  ],
  [
    "the engine cannot check without a fault",
    { properties: [], reason: "threw" },
    (plan: Plan, input: PlanInput) => ({
      plan,
      input: { ...input, context: { ...input.context, idf: undefined as never } },
    }),
  ],
] as const)("a plan that %s is not used, and the log has the input's hash", async (_, logged, damaged) => {
  const kept = await makePlan();
  const before = (await board()).matches;
  const stored = await snapshotOf(kept);
  stage.wiring.clock.pass(1);
  const runId = await ask();
  const { plan, input } = damaged(JSON.parse(stored.plan) as Plan, JSON.parse(stored.input) as PlanInput);
  const outcome = await withScope(stage.wiring, worker, (tx) =>
    keepPlan(tx, stage.wiring, worker, { runId, input, plan, settled: [], resting: [] }),
  );
  expect(reasonIn(outcome)).toBe("plan_not_sound");
  expect(await board()).toMatchObject({ matches: before, running: { state: "failed", failure: "plan_not_sound" } });
  const line = stage.wiring.lines.findLast(({ level }) => level === "error");
  expect(line?.fields).toMatchObject({
    runId,
    inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    ...logged,
  });
});

test("a lock of a student who looks for nothing now rests, and the plan leaves them alone", async () => {
  const lock = { studentId: cast.ana.personId, listingId: lakeviewListing("clinic-care") };
  valueIn(await rulePair(stage.wiring, ines, { ...lock, ruling: "locked", seen: 0, reason: "" }));
  await stage.rows("update students set seeking = false where id = $1", [lock.studentId]);
  await makePlan();
  const { matches, resting } = await board();
  await stage.rows("update students set seeking = true where id = $1", [lock.studentId]);
  expect(matches.map(({ studentId }) => studentId)).not.toContain(lock.studentId);
  expect(resting).toEqual([{ ...lock, reason: "not_looking" }]);
});

test("a snapshot goes with any student it names, and with no other", async () => {
  const runId = await makePlan();
  const { input } = await snapshotOf(runId);
  const named = (JSON.parse(input) as PlanInput).students.map(({ id }) => id);
  const gone = "01990000-0000-7000-8000-00000000e001";
  await stage.rows("insert into people (school_id, id, full_name, name_used) values ($1, $2, 'Gone Soon', 'Gone')", [
    worker.schoolId,
    gone,
  ]);
  const erase = (studentId: string) =>
    withScope(stage.wiring, worker, (tx) =>
      tx.deleteFrom("students").where("school_id", "=", worker.schoolId).where("id", "=", studentId).execute(),
    );
  const enter = () =>
    stage.rows(
      "insert into students (school_id, district_id, id, grade, entered_on) values ($1, $3, $2, 10, '2026-09-01')",
      [worker.schoolId, gone, worker.districtId],
    );
  expect(named).not.toContain(gone);
  await enter();
  await erase(gone);
  expect(await rowsOf("match_snapshots", runId)).toBe(1);
  await enter();
  const second = await makePlan();
  expect((await snapshotOf(second)).input).toContain(gone);
  await erase(gone);
  expect(await rowsOf("match_snapshots", second)).toBe(0);
  expect(await rowsOf("match_snapshots", runId)).toBe(1);
});

test("a run that is finished, unknown or of another school is not made", async () => {
  const runId = await makePlan();
  const elsewhere = { kind: "system", job: "propose-matches", ...sampleSchools.harbor } as const;
  expect(reasonIn(await proposeMatches(stage.wiring, worker, { runId }))).toBe("finished_before");
  expect(reasonIn(await proposeMatches(stage.wiring, worker, { runId: NOBODY }))).toBe("not_found");
  expect(reasonIn(await proposeMatches(stage.wiring, elsewhere, { runId }))).toBe("not_found");
});
