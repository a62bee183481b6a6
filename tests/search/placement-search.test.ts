import { afterAll, beforeAll, expect, it } from "vitest";
import { type PlacementFacts, placementDocument } from "~search/placement-document";
import { planQuery, readWordRarities } from "~search/plan-query";
import { reRank } from "~search/re-rank";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { INDEX, LAKEVIEW, type OpenIndex, openPostgresIndex } from "./documents";

let database: TestDatabase;
let opened: OpenIndex;

const facts: Omit<PlacementFacts, "placementId" | "title" | "willDo" | "interestIds"> = {
  version: 1,
  kind: "service_learning",
  organisation: { id: "01990000-2000-7000-8000-000000000001", name: "Rainier Street Community" },
  aliases: [],
  skills: [],
  requirements: "",
  weekdays: [],
  hours: [],
  languages: ["en"],
  area: null,
  place: [],
  point: null,
  minimumGrade: 6,
  maximumGrade: 12,
  minimumAge: 0,
  startsOn: null,
  endsOn: null,
  listings: [{ schoolId: LAKEVIEW, openSeats: 1, publishedAt: null }],
};

const postings: [id: string, title: string, willDo: string, interests: string[]][] = [
  ["kitchen", "Soup kitchen cook", "Chop, stir and serve lunch.", ["cooking", "helping"]],
  ["pantry", "Pack groceries", "Sort what shops give away.", ["helping", "cooking"]],
  ["tutors", "Homework helpers and tutors", "Sit with children and read.", ["teaching", "children"]],
  ["supplies", "Donate school supplies to kids", "Carry boxes of pens.", ["helping"]],
  ["shelter", "Animal foster helper", "Feed cats and dogs.", ["animals"]],
  ["fair", "County fair crew", "Set up tents near the petting zoo.", ["events"]],
  ["plot", "Garden crew", "Weed the beds and water beans.", ["gardening"]],
  ["press", "Count copies at the press", "Prints posters; print and fold flyers.", ["design"]],
  ["gallery", "Gallery guide", "Show visitors around.", ["art"]],
  ["choir", "Choir assistant", "Hand out sheet music.", ["music"]],
];

beforeAll(async () => {
  database = await createTestDatabase();
  opened = openPostgresIndex(database.webUrl);
  await opened.search.rebuild(INDEX, [
    postings.map(([placementId, title, willDo, interestIds]) =>
      placementDocument({ ...facts, placementId, title, willDo, interestIds }),
    ),
  ]);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

async function firstFor(text: string): Promise<string[]> {
  const rarities = await readWordRarities(opened.search, { index: INDEX, text });
  const plan = planQuery({ text, capabilities: opened.search.capabilities, rarities });
  return reRank(
    await opened.search.search(INDEX, { ...plan, scope: { schoolId: LAKEVIEW }, offset: 0, limit: 100 }),
  ).map(({ id }) => id);
}

it("finds what a placement is about by a Spanish word nobody wrote into it", async () => {
  expect((await firstFor("cocina")).slice(0, 2)).toEqual(["kitchen", "pantry"]);
  expect((await firstFor("jardinería"))[0]).toBe("plot");
  expect((await firstFor("perros"))[0]).toBe("shelter");
});

it("takes no unfinished word that an interest explains for the beginning of another", async () => {
  const desk = placementDocument({
    ...facts,
    placementId: "desk",
    title: "Front desk person",
    willDo: "",
    interestIds: [],
  });
  await opened.search.put(INDEX, [desk]);
  expect(await firstFor("perro")).toContain("shelter");
  expect(await firstFor("perro")).not.toContain("desk");
  await opened.search.remove(INDEX, [{ id: "desk", version: Number.MAX_SAFE_INTEGER }]);
});

it("finds by what a student learns and by another name: a name before a skill, a title before both", async () => {
  const put = (placementId: string, said: Partial<PlacementFacts>) =>
    placementDocument({ ...facts, placementId, title: "Yard", willDo: "", interestIds: [], ...said });
  const ids = ["z-title", "y-alias", "x-skill"];
  await opened.search.put(INDEX, [
    put("z-title", { title: "Welder" }),
    put("y-alias", { aliases: ["Welder"] }),
    put("x-skill", { skills: ["Be a welder"] }),
  ]);
  expect(await firstFor("welder")).toEqual(ids);
  expect(await firstFor("weldr")).toEqual(ids);
  await opened.search.remove(
    INDEX,
    ids.map((id) => ({ id, version: 2 })),
  );
});

it("finds it by a misspelled interest", async () => {
  expect((await firstFor("animls"))[0]).toBe("shelter");
  expect((await firstFor("gardning"))[0]).toBe("plot");
});

it("takes a word for what it is where a placement holds it, though it is nearly another interest", async () => {
  expect(await firstFor("prints")).toEqual(["press"]);
  expect(await firstFor("folds")).toEqual(["press"]);
  expect(await firstFor("paimt")).toContain("gallery");
});

it("puts the thing that answers both words first, though it holds neither as typed", async () => {
  expect((await firstFor("tutoring kids"))[0]).toBe("tutors");
});

it("shows one of many postings of the same title before it repeats itself", () => {
  const hit = (id: string, title: string, organisation: string, score: number) => ({
    id,
    score,
    texts: { title: [title], organisation: [organisation] },
    highlights: {},
  });
  const meanings = ["kids", "tutoring"].map((word) => ({ word, term: word, quality: 1, rarity: 1 }));
  const ids = reRank({
    meanings,
    hits: [
      hit("bikes 1", "Teach kids to ride", "Bike Club", 3),
      hit("bikes 2", "Teach kids to ride!", "Bike Club", 2.9),
      hit("bikes of others", "Teach kids to ride", "Wheels", 2.8),
      hit("tutors", "Tutoring on Saturdays", "Library", 2),
    ],
  }).map(({ id }) => id);
  expect(ids).toEqual(["bikes 1", "bikes of others", "tutors", "bikes 2"]);
});

it("splits the words for an engine that does not weigh them", () => {
  const plan = planQuery({
    text: "tutoring kids",
    capabilities: { engine: "meilisearch", exactTotals: false, weighsWords: false },
  });
  expect(plan.parts.map(({ text, weight, open }) => [text, weight, open])).toEqual([
    ["tutoring kids", 1, true],
    ["tutoring", 0.5, false],
    ["kids", 0.5, true],
  ]);
});

it("asks for nothing when nothing was said, and leans on the student's likes and away from dislikes", () => {
  const plan = planQuery({
    text: "  !? ",
    capabilities: opened.search.capabilities,
    interests: [
      { interestId: "animals", strength: 1 },
      { interestId: "events", strength: -1 },
    ],
  });
  expect(plan.parts).toEqual([]);
  expect(plan.leanings.map(({ value, weight }) => [value, Math.sign(weight)])).toEqual([
    ["animals", 1],
    ["events", -1],
  ]);
});
