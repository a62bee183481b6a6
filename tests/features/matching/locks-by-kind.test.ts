import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "~/domain/actor";
import { MODES, type Mode } from "~/domain/matching/mode";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { type CastKey, cast, sampleSchools } from "~db/cast";
import { anaApproved, staff, student } from "../../support/pursuit-way";
import { countRows, lakeviewListing, openStage, reasonIn, type Stage, setLakeview, valueIn } from "../../support/stage";

vi.setConfig({ testTimeout: 60_000 });
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

async function makePlan(mode?: Mode): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines"), { mode }));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
const lock = (key: CastKey, listingId: string, by: Actor = staff("ines")) =>
  rulePair(stage.wiring, by, { studentId: cast[key].personId, listingId, ruling: "locked", seen: 0, reason: "" });

/** Listings that suit a student best, the best first. */
async function bestOf(key: CastKey): Promise<string[]> {
  const { ranked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: cast[key].personId }));
  return ranked.map(({ listingId }) => listingId);
}

test.each(MODES)("a lock that a %s board takes is in the next plan", async (mode) => {
  await makePlan(mode);
  const [, second = ""] = await bestOf("ana");
  valueIn(await lock("ana", second));
  await makePlan();
  const { matches, resting } = await board();
  expect(resting).toEqual([]);
  expect(
    matches.filter(({ studentId }) => studentId === cast.ana.personId).map(({ listingId }) => listingId),
  ).toContain(second);
});

test.each(["balanced", "stable"] as const)(
  "a %s board locks a student to one place alone, and names it",
  async (mode) => {
    await makePlan(mode);
    const [first = "", second = ""] = await bestOf("ana");
    valueIn(await lock("ana", first));
    const { title } = (await board()).matches.find(({ listingId }) => listingId === first) ?? {};
    expect(await lock("ana", second)).toMatchObject({ ok: false, reason: "locked_elsewhere", detail: { title } });
  },
);

test("a slate takes as many locks of a student as it gives places, and the next slate keeps them all", async () => {
  await setLakeview(stage, { livePursuitLimit: 2, placesPerSeat: 2 });
  await makePlan("slate");
  const [first = "", second = "", third = ""] = await bestOf("ana");
  valueIn(await lock("ana", first));
  valueIn(await lock("ana", second));
  expect(await lock("ana", third)).toMatchObject({ ok: false, reason: "has_most", detail: { most: 2 } });
  await makePlan();
  const anas = (await board()).matches.filter(({ studentId }) => studentId === cast.ana.personId);
  expect(anas.map(({ listingId }) => listingId).sort()).toEqual([first, second].sort());
});

test("a slate takes a lock beside a place in view, but not of that place itself", async () => {
  await setLakeview(stage, { livePursuitLimit: 3, placesPerSeat: 2 });
  await makePlan("slate");
  await anaApproved(stage);
  expect(reasonIn(await lock("ana", lakeviewListing("clinic-care")))).toBe("in_view");
  const [, second = ""] = await bestOf("ana");
  valueIn(await lock("ana", second));
  await stage.clear();
  await makePlan("balanced");
  await anaApproved(stage);
  expect(reasonIn(await lock("ana", second))).toBe("in_view");
});

test("a board locks as many students to a place as its kind counts places there", async () => {
  const clinic = lakeviewListing("clinic-care");
  const byOthers = async () => {
    const outcomes = [];
    for (const key of ["ana", "jada", "hodan"] as const) {
      const pair = { studentId: cast[key].personId, listingId: clinic };
      const reason = "The family asked.";
      outcomes.push(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "locked", seen: 0, reason }));
    }
    return outcomes.map((outcome) => (outcome.ok ? "locked" : [outcome.reason, outcome.detail]));
  };
  await setLakeview(stage, { placesPerSeat: 2 });
  await makePlan("balanced");
  expect(await byOthers()).toEqual(["locked", ["no_seat", { seats: 1 }], ["no_seat", { seats: 1 }]]);
  await stage.clear();
  await setLakeview(stage, { placesPerSeat: 2 });
  await makePlan("slate");
  expect(await byOthers()).toEqual(["locked", "locked", ["no_place", { places: 2 }]]);
});

test.each(MODES)("a %s board takes no lock that could not be approved, and says why", async (mode) => {
  await setLakeview(stage, { livePursuitLimit: 1 });
  await makePlan(mode);
  const [first = "", second = ""] = await bestOf("ana");
  valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId: first, note: "" }));
  expect(await lock("ana", second)).toMatchObject({ ok: false, reason: "has_most_live", detail: { limit: 1 } });
  valueIn(await lock("ana", first));
});

test("no lock is taken of a student who is not looking, or of a place that plans leave out", async () => {
  const [first = "", second = ""] = await bestOf("ana");
  valueIn(await leaveOutOfPlans(stage.wiring, staff("ines"), { listingId: first, reason: "" }));
  expect(reasonIn(await lock("ana", first))).toBe("not_in_plans");
  await stage.rows("update students set seeking = false where id = $1", [cast.ana.personId]);
  const outcome = await lock("ana", second);
  await stage.rows("update students set seeking = true where id = $1", [cast.ana.personId]);
  expect(reasonIn(outcome)).toBe("not_looking");
  expect(await countRows(stage, "pair_rulings")).toBe(0);
});

test.each(MODES)("strangers lock nothing on a %s board", async (mode) => {
  await makePlan(mode);
  const [first = ""] = await bestOf("ana");
  for (const by of [staff("tom"), student("ana")]) expect(reasonIn(await lock("ana", first, by))).toBe("not_permitted");
  expect(reasonIn(await lock("ana", first, staff("malik")))).toBe("not_found");
  expect(await countRows(stage, "pair_rulings")).toBe(0);
});
