import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { interestsInText } from "~/domain/interest/interests-in-text";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { addWord, moveWord } from "~/features/words/change-words.server";
import { mergeWords } from "~/features/words/merge-words.server";
import { openWords } from "~/features/words/open-words.server";
import { previewWord } from "~/features/words/preview-word.server";
import { undoMerge } from "~/features/words/undo-merge.server";
import { staff, student } from "../support/pursuit-way";
import { wishFor } from "../support/searching";
import { openStage, reasonIn, type Stage, valueIn } from "../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await reindexSearch(stage.wiring);
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from school_words");
});
afterAll(() => stage.close());

const ines = staff("ines");
const zoomies = { interestId: "animals", word: "Zoomíes" };
const found = async (by = student("ana")) =>
  valueIn(await searchPlacements(stage.wiring, by, wishFor({ text: "zoomies" }))).total;
const words = async () => valueIn(await openWords(stage.wiring, ines)).words;

test("a word of the school's own finds what its interest names, at that school only", async () => {
  expect(await found()).toBe(0);
  valueIn(await addWord(stage.wiring, ines, zoomies));
  expect(await found()).toBeGreaterThan(0);
  expect(await found(student("keisha"))).toBe(0);
});

test("what it changes is seen before, and looking stores nothing", async () => {
  const preview = valueIn(await previewWord(stage.wiring, ines, zoomies));
  expect(preview).toMatchObject({ word: "zoomies", before: { total: 0, titles: [] } });
  expect(preview.after.total).toBeGreaterThan(0);
  expect(preview.after.titles.length).toBeGreaterThan(0);
  expect(await words()).toEqual([]);
  expect(await found()).toBe(0);
});

test("a word can be taken back and brought back, and each is in the log", async () => {
  const { wordId } = valueIn(await addWord(stage.wiring, ines, zoomies));
  valueIn(await moveWord(stage.wiring, ines, { wordId, move: "take_back" }));
  expect(await found()).toBe(0);
  expect(reasonIn(await moveWord(stage.wiring, ines, { wordId, move: "take_back" }))).toBe("not_found");
  valueIn(await moveWord(stage.wiring, ines, { wordId, move: "bring_back" }));
  expect(await found()).toBeGreaterThan(0);
  const acts = await stage.rows<{ transition: string }>(
    "select transition from audit_log where noun_id = $1 order by id",
    [wordId],
  );
  expect(acts.map(({ transition }) => transition)).toEqual(["add", "take_back", "bring_back"]);
});

test("a word that the interest has already is refused, also as a plural, and so is what is none", async () => {
  const add = async (word: string, interestId = "animals") =>
    reasonIn(await addWord(stage.wiring, ines, { interestId, word }));
  valueIn(await addWord(stage.wiring, ines, zoomies));
  expect(await add("ZOOMIES")).toBe("already_known");
  expect(await add("vets")).toBe("already_known");
  expect(await add("?!")).toBe("no_word");
  expect(await add("x".repeat(61))).toBe("too_long");
  expect(await add("zoomies", "nothing")).toBe("unknown_interest");
  expect(await words()).toHaveLength(1);
});

test("words that say the same are merged into the one that is kept, and the merge can be undone", async () => {
  const kept = valueIn(await addWord(stage.wiring, ines, { interestId: "animals", word: "critter" }));
  await addWord(stage.wiring, ines, { interestId: "gardening", word: "critters" });
  await addWord(stage.wiring, ines, { interestId: "gardening", word: "critter crawl" });
  const { duplicates } = valueIn(await openWords(stage.wiring, ines));
  expect(duplicates.map((group) => group.map(({ word }) => word).sort())).toEqual([["critter", "critters"]]);
  expect(valueIn(await mergeWords(stage.wiring, ines, kept))).toEqual({ merged: 1 });
  const inUse = async () =>
    (await words())
      .filter(({ isInUse }) => isInUse)
      .map(({ word }) => word)
      .sort();
  expect(await inUse()).toEqual(["critter", "critter crawl"]);
  expect((await words()).find(({ word }) => word === "critters")).toMatchObject({ mergedInto: "critter" });
  expect(reasonIn(await mergeWords(stage.wiring, ines, kept))).toBe("nothing_to_merge");
  expect(valueIn(await undoMerge(stage.wiring, ines, kept))).toEqual({ split: 1 });
  expect(await inUse()).toEqual(["critter", "critter crawl", "critters"]);
  expect(reasonIn(await undoMerge(stage.wiring, ines, kept))).toBe("nothing_to_undo");
});

test("an own word that every school has, too, is named with what it stands for there, until it is taken back", async () => {
  const other = valueIn(await addWord(stage.wiring, ines, { interestId: "music", word: "vets" }));
  await addWord(stage.wiring, ines, zoomies);
  // The product came to know a word that the school had added before.
  const [same] = await stage.rows<{ id: string }>(
    `insert into school_words (school_id, interest_id, word, source) values
      ((select id from schools where slug = 'lakeview'), 'animals', 'vet', 'school'),
      ((select id from schools where slug = 'lakeview'), 'cooking', 'vet', 'onet') returning id`,
  );
  const shippedToo = async () => valueIn(await openWords(stage.wiring, ines)).shippedToo;
  expect(await shippedToo()).toHaveLength(2);
  for (const [word, wordId, interestId] of [
    ["vets", other.wordId, "music"],
    ["vet", same?.id, "animals"],
  ])
    expect(await shippedToo()).toContainEqual({ word, wordId, interestId, shippedFor: ["animals"] });
  valueIn(await moveWord(stage.wiring, ines, { wordId: same?.id ?? "", move: "take_back" }));
  expect((await shippedToo()).map(({ word }) => word)).toEqual(["vets"]);
});

test("a kept word that is taken back offers no undo; what was merged into it can be brought back by itself", async () => {
  const kept = valueIn(await addWord(stage.wiring, ines, { interestId: "animals", word: "critter" }));
  const other = valueIn(await addWord(stage.wiring, ines, { interestId: "gardening", word: "critters" }));
  valueIn(await mergeWords(stage.wiring, ines, kept));
  const offersUndo = async () => (await words()).filter(({ hasMerged }) => hasMerged).map(({ word }) => word);
  expect(await offersUndo()).toEqual(["critter"]);
  valueIn(await moveWord(stage.wiring, ines, { ...kept, move: "take_back" }));
  expect(await offersUndo()).toEqual([]);
  valueIn(await moveWord(stage.wiring, ines, { ...other, move: "bring_back" }));
  expect((await words()).map(({ word, isInUse }) => [word, isInUse])).toEqual(
    expect.arrayContaining([
      ["critter", false],
      ["critters", true],
    ]),
  );
});

test("of two merges at once that would take each other's word back, one is refused", async () => {
  const one = valueIn(await addWord(stage.wiring, ines, { interestId: "animals", word: "critter" }));
  const other = valueIn(await addWord(stage.wiring, ines, { interestId: "gardening", word: "critters" }));
  const outcomes = await Promise.all([one, other].map((kept) => mergeWords(stage.wiring, ines, kept)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await words()).filter(({ isInUse }) => isInUse)).toHaveLength(1);
});

test("students and advisors may not, and another school's word cannot be taken back", async () => {
  const { wordId } = valueIn(await addWord(stage.wiring, ines, zoomies));
  for (const actor of [student("ana"), staff("tom")]) {
    expect(reasonIn(await addWord(stage.wiring, actor, zoomies))).toBe("not_permitted");
    expect(reasonIn(await previewWord(stage.wiring, actor, zoomies))).toBe("not_permitted");
    expect(reasonIn(await openWords(stage.wiring, actor))).toBe("not_permitted");
    expect(reasonIn(await moveWord(stage.wiring, actor, { wordId, move: "take_back" }))).toBe("not_permitted");
    expect(reasonIn(await mergeWords(stage.wiring, actor, { wordId }))).toBe("not_permitted");
    expect(reasonIn(await undoMerge(stage.wiring, actor, { wordId }))).toBe("not_permitted");
  }
  expect(reasonIn(await moveWord(stage.wiring, staff("malik"), { wordId, move: "take_back" }))).toBe("not_found");
  expect(reasonIn(await mergeWords(stage.wiring, staff("malik"), { wordId }))).toBe("not_found");
  expect(reasonIn(await undoMerge(stage.wiring, staff("malik"), { wordId }))).toBe("not_found");
  expect(await found()).toBeGreaterThan(0);
});

test("an own word keeps what it means to everybody, and the longest phrase still wins", () => {
  const own = [
    { interestId: "music", word: "vet" },
    { interestId: "music", word: "food bank band" },
  ];
  const meant = (text: string) => interestsInText(text, own).map(({ interestId }) => interestId);
  expect(meant("vet")).toEqual(expect.arrayContaining(["animals", "music"]));
  expect(meant("food bank band")).toEqual(["music"]);
  expect(interestsInText("a zithering whizz", [{ interestId: "math", word: "zithering whizzes" }])).toEqual([
    { interestId: "math", words: ["zithering whizz"] },
  ]);
  expect(meant("food bank")).toEqual(interestsInText("food bank").map(({ interestId }) => interestId));
});
