import { afterAll, beforeAll, expect, test } from "vitest";
import type { StudentActor } from "~/domain/actor";
import { listIdeas } from "~/features/search/list-ideas.server";
import { openDemand } from "~/features/search/open-demand.server";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { shortlistStudents } from "~/features/search/shortlist-students.server";
import { sizeRecruitment } from "~/features/search/size-recruitment.server";
import { previewWord } from "~/features/words/preview-word.server";
import type { Wiring } from "~/wiring";
import { type MeilisearchDouble, startMeilisearchDouble } from "../../support/meilisearch-double/server";
import { staff, student } from "../../support/pursuit-way";
import { wishFor } from "../../support/searching";
import { lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import { createTestWiring, type TestWiring } from "../../support/wiring";

let stage: Stage;
let double: MeilisearchDouble;
let wiring: TestWiring;
beforeAll(async () => {
  stage = await openStage();
  double = await startMeilisearchDouble();
  wiring = createTestWiring(stage.database, { env: { search: { url: double.url, readKey: null, writeKey: null } } });
});
afterAll(async () => {
  await wiring.close();
  await stage.close();
});

const ana = student("ana") as StudentActor;
const ines = staff("ines");
/** Everything that a page shows of what an engine says. */
const asks = (on: Wiring) => ({
  search: () => searchPlacements(on, ana, wishFor({ text: "animals", organisationName: "animal" })),
  likers: () => shortlistStudents(on, ines, { listingId: lakeviewListing("clinic-care") }),
  demand: () => openDemand(on, ines, { audience: "school" }),
  size: () => sizeRecruitment(on, ines, { interestId: "animals", areaId: null, audience: "school" }),
  word: () => previewWord(on, ines, { interestId: "animals", word: "zoo club" }),
});

test("where no engine was ever filled or answers, every verb says that the search is away, and none finds nothing", async () => {
  for (const [name, ask] of Object.entries(asks(stage.wiring))) expect(reasonIn(await ask()), name).toBe("search_away");
  const said = stage.wiring.lines.filter(({ message }) => message === "no search engine answers");
  expect(said.map(({ level }) => level)).toEqual(Array.from({ length: 5 }, () => "error"));
});

test("an error of another build of the same code counts as what it says", async () => {
  const fromTheServer = Object.assign(new Error("away"), { name: "SearchError", fault: "engine_down" });
  const search = { ...stage.wiring.search, search: () => Promise.reject(fromTheServer) };
  expect(reasonIn(await searchPlacements({ ...stage.wiring, search }, ana, wishFor()))).toBe("search_away");
});

test("the ideas say so too, and keep what needs no search", async () => {
  const { fitting, unexpected } = await listIdeas(stage.wiring, ana);
  expect([fitting, unexpected?.title]).toEqual([null, expect.any(String)]);
});

test("each answer tells whether the second engine gave it", async () => {
  await reindexSearch(wiring);
  const degraded = async () => ({
    ...Object.fromEntries(
      await Promise.all(
        Object.entries(asks(wiring)).map(async ([name, ask]) => [
          name,
          valueIn<{ degraded: boolean }, string>(await ask()).degraded,
        ]),
      ),
    ),
    ideas: (await listIdeas(wiring, ana)).degraded,
  });
  const all = (is: boolean) => ({ search: is, likers: is, demand: is, size: is, word: is, ideas: is });
  expect(await degraded()).toEqual(all(false));
  await double.stop();
  expect(await degraded()).toEqual(all(true));
});
