import { expect, test } from "vitest";
import { withSearch } from "~/ui/recent-searches";

test("what is typed letter by letter is one search", () => {
  const typed = ["a", "an", "ani", "animals", "anim", "animals"].reduce<string[]>(withSearch, ["music"]);
  expect(typed).toEqual(["animals", "music"]);
});

test("the last search stands in front, each once, however it is written", () => {
  expect(withSearch(["music", "animals", "cooking"], "Animals")).toEqual(["Animals", "music", "cooking"]);
});

test("no more than five are kept", () => {
  const texts = ["one", "two", "three", "four", "five", "six"].reduce<string[]>(withSearch, []);
  expect(texts).toEqual(["six", "five", "four", "three", "two"]);
});
