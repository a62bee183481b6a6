import { afterEach, beforeEach, expect, test } from "vitest";
import { fillSearch } from "~/commands/support/fill-search";
import { searchPlacements } from "~/features/search/search-placements.server";
import { startMeilisearchDouble } from "../../support/meilisearch-double/server";
import { student } from "../../support/pursuit-way";
import { wishFor } from "../../support/searching";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const search = () => searchPlacements(stage.wiring, student("ana"), wishFor({ text: "animals" }));

test("a start fills the search before anybody can ask, and a second one has nothing to do", async () => {
  expect(reasonIn(await search())).toBe("search_away");
  await fillSearch(stage.wiring.env);
  expect(valueIn(await search()).total).toBeGreaterThan(0);
  const versions = () => stage.rows("select id, version from search_documents order by id");
  const before = await versions();
  await fillSearch(stage.wiring.env);
  expect(await versions()).toEqual(before);
});

test("an engine that is away keeps nobody from starting, and the other one answers", async () => {
  const double = await startMeilisearchDouble();
  await double.stop();
  await fillSearch({ ...stage.wiring.env, search: { url: double.url, readKey: null, writeKey: null } });
  expect(valueIn(await search()).total).toBeGreaterThan(0);
});
