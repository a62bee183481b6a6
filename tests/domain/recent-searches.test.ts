import { expect, test } from "vitest";
import { withSearch } from "~/ui/recent-searches";

/** Texts as they stand in the box one after another, on one page. */
const typing = (known: string[], ...texts: string[]) =>
  texts.reduce<{ kept: string[]; before: string }>(
    ({ kept, before }, text) => ({ kept: withSearch(kept, text, before), before: text }),
    { kept: known, before: "" },
  ).kept;

test("what is typed letter by letter is one search, also with letters taken back", () => {
  expect(typing(["music"], "a", "an", "ani", "animals")).toEqual(["animals", "music"]);
  expect(typing(["music"], "animals", "anim", "animals")).toEqual(["animals", "music"]);
  expect(typing(["music"], "animlas", "anim", "animals")).toEqual(["animals", "music"]);
});

test("a search for the first word of the last one stands beside it, whichever way it was typed", () => {
  expect(typing([], "art museum", "art mus", "art")).toEqual(["art", "art museum"]);
  expect(typing(["art museum"], "art")).toEqual(["art", "art museum"]);
  expect(typing([], "art museum", "art", "art gall", "art gallery")).toEqual(["art gallery", "art museum"]);
});

test("something else that begins with the same letter leaves the last search alone", () => {
  expect(typing([], "animals", "a", "apples")).toEqual(["apples", "animals"]);
  expect(typing(["cartoons"], "car")).toEqual(["car", "cartoons"]);
});

test("the last search stands in front, each once, however it is written", () => {
  expect(withSearch(["music", "animals", "cooking"], "Animals")).toEqual(["Animals", "music", "cooking"]);
});

test("no more than five are kept", () => {
  const texts = ["one", "two", "three", "four", "five", "six"].reduce<string[]>(
    (kept, text) => withSearch(kept, text),
    [],
  );
  expect(texts).toEqual(["six", "five", "four", "three", "two"]);
});
