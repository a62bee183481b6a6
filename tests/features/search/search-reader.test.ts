import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listUnexpected } from "~/features/search/list-unexpected.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { readOnce } from "~/features/search/search-reader.server";
import { countQueries } from "../../support/count-queries";
import { student } from "../../support/pursuit-way";
import { indexSample, wishFor } from "../../support/searching";
import { openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await indexSample(stage);
});
afterAll(() => stage.close());

test("a page that asks from two sides reads what is known of the student once", async () => {
  const ana = student("ana");
  const reader = await countQueries(stage.wiring, (wiring) => readOnce({ wiring, actor: ana }).read());
  const apart = await countQueries(stage.wiring, async (wiring) => {
    await searchPlacements(wiring, ana, wishFor());
    await listUnexpected(wiring, ana);
  });
  const together = await countQueries(stage.wiring, async (wiring) => {
    const reading = readOnce({ wiring, actor: ana });
    await Promise.all([
      searchPlacements(wiring, ana, { ...wishFor(), reading }),
      listUnexpected(wiring, ana, { reading }),
    ]);
  });
  expect(reader).toBeGreaterThan(3);
  expect(apart - together).toBeGreaterThanOrEqual(reader);
});

/** Statements of all kinds, also those that open and close transactions. */
async function waysFor(changes: Parameters<typeof wishFor>[0]): Promise<number> {
  const ways = vi.spyOn(pg.Client.prototype, "query");
  try {
    await searchPlacements(stage.wiring, student("ana"), wishFor(changes));
    return ways.mock.calls.length;
  } finally {
    ways.mockRestore();
  }
}

test("a page of results takes few ways to the database", async () => {
  await waysFor({});
  expect(await waysFor({})).toBeLessThanOrEqual(26);
  expect(await waysFor({ text: "animals" })).toBeLessThanOrEqual(27);
  await waysFor({ text: "animals", organisationName: "c" });
  expect(await waysFor({ text: "animals", organisationName: "c" })).toBeLessThanOrEqual(27);
});

test("a page without results takes as few, whatever there is to give up", async () => {
  const one = { text: "zzzzqqqq", kinds: ["internship"] };
  await waysFor(one);
  expect(await waysFor(one)).toBeLessThanOrEqual(27);
  const words = "zzzzqqqq xxxxqqqq yyyyqqqq";
  const many = { text: words, kinds: ["internship"], weekdays: [7], hours: ["morning"], withinKm: 5, openOnly: true };
  expect(await waysFor(many)).toBeLessThanOrEqual(27);
});

test("what is known of one student is not used for another", async () => {
  const reading = readOnce({ wiring: stage.wiring, actor: student("ana") });
  const asked = [
    searchPlacements(stage.wiring, student("leo"), { ...wishFor(), reading }),
    listUnexpected(stage.wiring, student("leo"), { reading }),
  ];
  for (const answer of asked) await expect(answer).rejects.toThrow("not for another");
});
