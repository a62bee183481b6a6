import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { listBoardNews } from "~/features/matching/list-board-news.server";
import { openPair } from "~/features/matching/open-pair.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { takeIntoPlans } from "~/features/matching/take-into-plans.server";
import { cast } from "~db/cast";
import { staff } from "../../support/pursuit-way";
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
