import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SystemActor } from "~/domain/actor";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast, castActor } from "~db/cast";
import { anaApproved, staff } from "../../support/pursuit-way";
import { countRows, giveLooking, lakeviewListing, NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const { schoolId, districtId } = cast.ines;
const job: SystemActor = { kind: "system", job: "propose-matches", schoolId, districtId };
const start = (by = staff("ines")) => startMatchRun(stage.wiring, by);
const propose = (runId: string) => proposeMatches(stage.wiring, job, { runId });
const board = async (by = staff("ines")) => valueIn(await openBoard(stage.wiring, by));
const makePlan = async () => {
  const { runId } = valueIn(await start());
  return { runId, ...valueIn(await propose(runId)) };
};

test("a plan that is asked for waits for the worker, and asking again leads to the same one", async () => {
  const { runId } = valueIn(await start());
  expect(await start(staff("priya"))).toEqual({ ok: true, value: { runId, mode: "balanced" } });
  expect((await board()).running).toEqual({ state: "queued", progress: 0 });
  expect(await countRows(stage, "graphile_worker._private_jobs")).toBe(1);
});

test("eight who ask at once get the same plan, and it is the one that the worker makes", async () => {
  // Connections are open before the race begins, so that it is one.
  await Promise.all(Array.from({ length: 8 }, () => board()));
  const asked = await Promise.all(Array.from({ length: 8 }, () => start()));
  const runIds = new Set(asked.map((outcome) => valueIn(outcome).runId));
  expect(runIds.size).toBe(1);
  const jobs = await stage.rows("select payload ->> 'runId' as id from graphile_worker._private_jobs");
  expect(jobs).toEqual([{ id: [...runIds][0] }]);
});

test("a made plan is on the board with names, reasons and those it could not place", async () => {
  const { proposed } = await makePlan();
  const { running, matches, unmatched, counts } = await board();
  expect(running).toBeNull();
  expect(matches).toHaveLength(proposed);
  expect(proposed).toBeGreaterThan(10);
  for (const match of matches) expect(match.explanation).toBeTruthy();
  const ana = matches.find(({ studentId }) => studentId === cast.ana.personId);
  expect(ana).toMatchObject({
    student: "Ana Reyes",
    organisation: "Green Lake Animal Clinic (sample)",
    state: "proposed",
  });
  expect(counts?.proposed).toBe(proposed);
  expect(counts?.withoutPlace).toBe(unmatched.length);
  for (const { id } of unmatched) expect(matches.map(({ studentId }) => studentId)).not.toContain(id);
  expect(new Set(matches.map(({ studentId }) => studentId)).size).toBe(proposed);
});

test("while the worker makes a plan, others see how far it is, never going back", async () => {
  await stage.rows(`create table steps_seen (progress int, state text);
    create function note_step() returns trigger language plpgsql security definer as
      'begin insert into steps_seen values (new.progress, new.state); return new; end';
    create trigger note_step after update on match_runs for each row execute function note_step()`);
  try {
    await makePlan();
    // ctid is the order of writing; another transaction wrote each step and had ended when the next one came
    expect(await stage.rows("select progress, state from steps_seen order by ctid")).toEqual([
      { progress: 10, state: "running" },
      { progress: 40, state: "running" },
      { progress: 70, state: "running" },
      { progress: 100, state: "finished" },
    ]);
    expect(await stage.rows("select count(distinct xmin::text)::int as transactions from steps_seen")).toEqual([
      { transactions: 4 },
    ]);
  } finally {
    await stage.rows("drop trigger note_step on match_runs; drop function note_step(); drop table steps_seen");
  }
});

test("the same rows give the same plan, and a second try of a run is refused once it has finished", async () => {
  const first = await makePlan();
  const pairs = async () =>
    (await board()).matches.map(({ studentId, listingId, score }) => [studentId, listingId, score]).sort();
  const before = await pairs();
  expect(await propose(first.runId)).toEqual({ ok: false, reason: "finished_before" });
  stage.wiring.clock.pass(1);
  await makePlan();
  expect(await pairs()).toEqual(before);
  // What a run sees has the plan before in it: the first sees none, each later one the same.
  stage.wiring.clock.pass(1);
  await makePlan();
  expect(await stage.rows("select count(*)::int as runs from match_runs group by input_hash order by 1")).toEqual([
    { runs: 1 },
    { runs: 2 },
  ]);
});

test("pairs that suit equally well stand in the same order on each board of the same plan, whatever their rows are called", async () => {
  const order = async () => {
    const { runId } = await makePlan();
    await stage.rows("update matches set score = 5000, id = gen_random_uuid() where run_id = $1", [runId]);
    return (await board()).matches.map(({ studentId, listingId }) => `${studentId} ${listingId}`);
  };
  const first = await order();
  expect(first.length).toBeGreaterThan(5);
  stage.wiring.clock.pass(1);
  expect(await order()).toEqual(first);
});

test("a student whose host was already found is not planned again", async () => {
  await giveLooking(stage, "ana", "rosa");
  await anaApproved(stage);
  await makePlan();
  const { matches, unmatched } = await board();
  expect(matches.map(({ studentId }) => studentId)).not.toContain(cast.ana.personId);
  expect(unmatched.map(({ id }) => id)).not.toContain(cast.ana.personId);
});

test("the board's counts say where every student stands, and add up to all of them", async () => {
  await giveLooking(stage, "ana", "rosa");
  await anaApproved(stage);
  await stage.rows("update students set seeking = false where id = $1", [cast.leo.personId]);
  await makePlan();
  const { counts, matches, students } = await board();
  if (!counts) throw new Error("the plan has no counts");
  const onTheWay = await stage.rows(
    `select distinct student_id from pursuits where school_id = $1
      and state in ('suggested', 'approved', 'contacted', 'offered', 'accepted')`,
    [schoolId],
  );
  expect(counts.underWay).toBe(onTheWay.length);
  expect(counts.resting).toBe(1);
  expect(counts.proposed).toBe(matches.length);
  expect(counts.proposed + counts.withoutPlace + counts.underWay + counts.resting).toBe(counts.students);
  expect(counts.students).toBe(students.length);
});

test("nobody is proposed to more students than there are seats, and only published listings are", async () => {
  await makePlan();
  const over = await stage.rows(
    `select l.id from listings l join matches m on m.listing_id = l.id
      group by l.school_id, l.id having count(*) > l.seats or l.state <> 'published'`,
  );
  expect(over).toEqual([]);
  const listed = (await board()).listings.map(({ id }) => id);
  for (const hidden of ["web-design", "seniors-shadow", "fire-interview"])
    expect(listed).not.toContain(lakeviewListing(hidden));
});

test("a run of another school is not there, nor is one that never was", async () => {
  const { runId } = valueIn(await start());
  const { schoolId: harbor } = cast.malik;
  const foreign = await proposeMatches(stage.wiring, { ...job, schoolId: harbor }, { runId });
  expect(foreign).toEqual({ ok: false, reason: "not_found" });
  expect(await propose(NOBODY)).toEqual({ ok: false, reason: "not_found" });
});

test("a board shows the own school alone", async () => {
  await makePlan();
  const { matches, students, finishedAt } = await board(staff("malik"));
  expect([matches, finishedAt]).toEqual([[], null]);
  expect(students.map(({ id }) => id)).toContain(cast.keisha.personId);
  expect(students.map(({ id }) => id)).not.toContain(cast.ana.personId);
});

test.each([
  ["student", cast.ana],
  ["guardian", cast.rosa],
  ["mentor", cast.maya],
  ["advisor", cast.tom],
] as const)("a stranger such as a %s neither asks for a plan nor sees one", async (_who, member) => {
  const refused = { ok: false, reason: "not_permitted" };
  expect(await startMatchRun(stage.wiring, castActor(member))).toEqual(refused);
  expect(await openBoard(stage.wiring, castActor(member))).toEqual(refused);
  expect(await countRows(stage, "match_runs")).toBe(0);
});
