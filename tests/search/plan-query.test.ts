import { expect, test } from "vitest";
import { planQuery, readWordRarities } from "~search/plan-query";
import type { Capabilities } from "~search/port";

const plain: Capabilities = { engine: "meilisearch", exactTotals: false, weighsWords: false };
const weighing: Capabilities = { engine: "postgres", exactTotals: true, weighsWords: true };

test("the whole text comes first, then its words by their rarity", () => {
  const rarities = new Map([
    ["work", 1],
    ["with", 0.2],
    ["falcons", 5],
  ]);
  const { parts } = planQuery({ text: "work with falcons", capabilities: plain, rarities });
  expect(parts.map(({ text }) => text)).toEqual(["work with falcons", "falcons", "work", "with"]);
  expect(parts.map(({ weight }) => weight)).toEqual([1, 0.5, 0.1, 0.02]);
  expect(parts.map(({ open }) => open)).toEqual([true, true, false, false]);
});

test("where nobody knows how rare words are, the longer ones come first, all alike", () => {
  const { parts } = planQuery({ text: "work with falcons ", capabilities: plain });
  expect(parts.slice(1).map(({ text, weight }) => [text, weight])).toEqual([
    ["falcons", 0.5],
    ["work", 0.5],
    ["with", 0.5],
  ]);
});

test("an engine that weighs words gets the whole text alone, and is not asked how rare they are", async () => {
  const { parts } = planQuery({ text: "work with falcons", capabilities: weighing });
  expect(parts.map(({ text }) => text)).toEqual(["work with falcons"]);
  const search = {
    capabilities: weighing,
    rarities: () => Promise.reject(new Error("nobody asks")),
  };
  expect(await readWordRarities(search, { index: "placements", text: "work with falcons" })).toBeUndefined();
});

test("what a student likes and dislikes are queries of their own, which lift and lower", () => {
  const interests = [
    { interestId: "animals", strength: 1 },
    { interestId: "office", strength: -1 },
  ];
  const { leanings } = planQuery({ text: "help", capabilities: plain, interests });
  expect(leanings.map(({ value, weight }) => [value, Math.sign(weight)])).toEqual([
    ["animals", 1],
    ["office", -1],
  ]);
});
