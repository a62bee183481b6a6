import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refused } from "~/domain/outcome";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { listBoardNews } from "~/features/matching/list-board-news.server";
import { listLockPrices } from "~/features/matching/list-lock-prices.server";
import { listUnmatched } from "~/features/matching/list-unmatched.server";
import { openBoard } from "~/features/matching/open-board.server";
import { openPair } from "~/features/matching/open-pair.server";
import { openSeats } from "~/features/matching/open-seats.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { cast, sampleSchools } from "~db/cast";
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
const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
/** All fits together in the plan as it stands. */
const totalNow = async () =>
  valueIn(valueIn(await whatIf({ kind: "travel_more", by: 1 })).answer ?? refused("nothing")).before.total;
const placesNow = async () => new Map((await board()).matches.map(({ studentId, title }) => [studentId, title]));

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
