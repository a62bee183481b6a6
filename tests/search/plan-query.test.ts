import fc from "fast-check";
import { expect, test } from "vitest";
import { interestsInText } from "~/domain/interest/interests-in-text";
import { listBasicInterests, synonymsOf } from "~/domain/interest/taxonomy";
import { likelyLayWord } from "~search/lay-words";
import { planQuery, readWordRarities } from "~search/plan-query";
import type { Capabilities } from "~search/port";

const plain: Capabilities = { engine: "meilisearch", exactTotals: false, weighsWords: false };
const weighing: Capabilities = { engine: "postgres", exactTotals: true, weighsWords: true };

test("the whole text comes first, then its words by their rarity", () => {
  const rarities = new Map([
    ["work", { idf: 1, isHeld: true }],
    ["with", { idf: 0.2, isHeld: true }],
    ["falcons", { idf: 5, isHeld: true }],
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

const rarityOf = (word: string, isHeld: boolean) => new Map([[word, { idf: 5, isHeld }]]);
const tagsOf = (text: string, rarities?: ReturnType<typeof rarityOf>) =>
  planQuery({ text, capabilities: plain, rarities }).parts[0]?.tags?.map(({ value }) => value);

test("a word that no document holds is taken for the lay word it nearly is, one that stands in the index is not", async () => {
  expect(tagsOf("animls", rarityOf("animls", false))).toEqual(["animals"]);
  expect(tagsOf("animls", rarityOf("animls", true))).toEqual([]);
  expect(tagsOf("animls")).toEqual([]);
  const asked: string[][] = [];
  const search = {
    capabilities: weighing,
    rarities: async (_: string, words: readonly string[]) => {
      asked.push([...words]);
      return rarityOf("animls", false);
    },
  };
  await readWordRarities(search, { index: "placements", text: "animls falcons" });
  await readWordRarities({ ...search, capabilities: plain }, { index: "placements", text: "animls" });
  expect(asked).toEqual([["animls"], ["animls"]]);
});

test("between words of several interests that are equally near none is taken", () => {
  expect(likelyLayWord("plants")).toBeNull();
  expect(likelyLayWord("planot")).toBeNull();
  expect(likelyLayWord("gardning")).toBe("gardening");
});

test("planes fly, and what is printed is designed", () => {
  expect(tagsOf("plane")).toEqual(["transport"]);
  expect(tagsOf("aircraft")).toEqual(["transport"]);
  expect(tagsOf("print shop")).toEqual(["design"]);
  expect(tagsOf("imprenta")).toEqual(["design"]);
  for (const word of ["print", "plane"]) expect(likelyLayWord(word)).toBeNull();
});

test("no word that stands in the index as it was typed is put right, however near it is to a lay word", () => {
  const words = listBasicInterests().flatMap(({ id }) => synonymsOf(id).filter((phrase) => !phrase.includes(" ")));
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  const typed = fc
    .tuple(fc.constantFrom(...words), fc.nat(20), letter)
    .map(([word, at, other]) => word.slice(0, at % word.length) + other + word.slice((at % word.length) + 1));
  fc.assert(
    fc.property(typed, (word) => {
      const asTyped = interestsInText(word).map(({ interestId }) => interestId);
      expect(tagsOf(word, rarityOf(word, true))).toEqual(asTyped);
    }),
    { numRuns: 1_000 },
  );
});
