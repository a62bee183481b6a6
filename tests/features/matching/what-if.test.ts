import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput } from "~/domain/matching/plan-change";
import { refused } from "~/domain/outcome";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { listUnmatched } from "~/features/matching/list-unmatched.server";
import { openBoard } from "~/features/matching/open-board.server";
import { openSeats } from "~/features/matching/open-seats.server";
import { gatherPlan } from "~/features/matching/plan-input.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { takeIntoPlans } from "~/features/matching/take-into-plans.server";
import { openAboutMentor } from "~/features/mentors/open-about-mentor.server";
import { sayAboutMentor } from "~/features/mentors/say-about-mentor.server";
import { setStudentsAtOnce } from "~/features/mentors/set-students-at-once.server";
import { changeListing } from "~/features/placements/change-listing.server";
import { decideMatch } from "~/features/pursuits/decide-match.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { suggestPursuit } from "~/features/pursuits/suggest-pursuit.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { anaApproved, staff } from "../../support/pursuit-way";
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

async function makePlan(): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
const whatIf = (change: Parameters<typeof askWhatIf>[2]["change"], by = staff("ines")) =>
  askWhatIf(stage.wiring, by, { change });
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));

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

test("a place that somebody takes who has one already is taken for what if, just as for a plan made anew", async () => {
  const { districtId, schoolId } = worker;
  await stage.rows("update listings set seats = 1 where school_id = $1", [schoolId]);
  await anaApproved(stage);
  await makePlan();
  const { matches } = await board();
  const other = matches.find(({ studentId, listingId }) => studentId !== anaId && listingId !== clinic);
  if (!other) throw new Error("the plan places too few");
  const second = { studentId: anaId, listingId: other.listingId, score: null };
  valueIn(await suggestPursuit(stage.wiring, staff("priya"), second));
  const change = { kind: "travel_more" as const, by: 30 };
  const { since, answer } = valueIn(await whatIf(change));
  expect(since).toEqual({ counted: 1, left: 0 });
  const now = stage.wiring.clock.now();
  const { input } = await withScope(stage.wiring, staff("ines"), (tx) => gatherPlan(tx, { schoolId, districtId, now }));
  const { before, after } = valueIn(answer ?? refused("nothing"));
  expect(before).toMatchObject(valueIn(proposePlan(input)).objective);
  expect(after).toMatchObject(valueIn(proposePlan(changedInput(input, [change]))).objective);
  const seats = valueIn(await openSeats(stage.wiring, staff("ines"), { by: "area", rows: 60 }));
  expect(seats.listings.find(({ listingId }) => listingId === other.listingId)).toMatchObject({ seats: 0 });
  await stage.rows("update listings set seats = 3 where school_id = $1", [schoolId]);
});

test("decisions that change what plans are made of are numbered and left to a new plan, each thing once", async () => {
  await makePlan();
  stage.wiring.clock.pass(1);
  const change = (seats: number, reviewNote = "") =>
    changeListing(stage.wiring, staff("ines"), { listingId: clinic, seats, reviewNote });
  const since = async () => valueIn(await whatIf(null)).since;
  valueIn(await change(3, "Thank you."));
  expect(await since()).toEqual({ counted: 0, left: 0 });
  valueIn(await change(2));
  valueIn(await change(1));
  expect(await since()).toEqual({ counted: 0, left: 1 });
  const mentor = { listingId: lakeviewListing("ward-helper"), atOnce: 4, seen: null, reason: "She said so." };
  valueIn(await setStudentsAtOnce(stage.wiring, staff("ines"), mentor));
  expect(await since()).toEqual({ counted: 0, left: 2 });
  const about = { interests: ["animals"], languages: ["en"], yearsWithStudents: 3 };
  const { mentorId } = valueIn(await openAboutMentor(stage.wiring, staff("ines"), { listingId: clinic }));
  const said = { listingId: clinic, mentorId, about, seen: 0, reason: "She said so." };
  valueIn(await sayAboutMentor(stage.wiring, staff("ines"), said));
  expect(await since()).toEqual({ counted: 0, left: 3 });
  expect(valueIn(await listUnmatched(stage.wiring, staff("ines"))).decidedSince).toBe(3);
  await stage.rows("update students set seeking = false where id = $1", [anaId]);
  expect(await since()).toEqual({ counted: 1, left: 3 });
  await makePlan();
  expect(await since()).toEqual({ counted: 0, left: 0 });
  await stage.rows("update students set seeking = true where id = $1", [anaId]);
  expect(await since()).toEqual({ counted: 0, left: 1 });
  await stage.rows("update listings set seats = 3 where school_id = $1", [worker.schoolId]);
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
  valueIn(await decideMatch(stage.wiring, staff("ines"), own));
  const lock = {
    studentId: other.studentId,
    listingId: other.listingId,
    ruling: "locked",
    seen: 0,
    reason: "",
  } as const;
  valueIn(await rulePair(stage.wiring, staff("priya"), lock));
  const seen = stage.wiring.clock.now().toISOString();
  valueIn(await leaveOutOfPlans(stage.wiring, staff("ines"), { listingId: third.listingId, reason: "" }));
  const now = valueIn(await whatIf({ kind: "forbid", studentId: other.studentId, listingId: clinic }));
  expect(now.since).toEqual({ counted: 3, left: 0 });
  expect(now.students.map(({ id }) => id)).not.toContain(anaId);
  expect(now.listings.map(({ id }) => id)).not.toContain(third.listingId);
  const aboutLeftOut = valueIn(await whatIf({ kind: "seats", listingId: third.listingId, by: 1 })).answer;
  expect(reasonIn(aboutLeftOut ?? refused("nothing"))).toBe("unknown_pair");
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
  valueIn(await takeIntoPlans(stage.wiring, staff("ines"), { listingId: third.listingId, seen }));
  expect(valueIn(await whatIf(null)).since).toEqual({ counted: 0, left: 1 });
});
