import fc from "fast-check";
import { expect, test } from "vitest";
import { wordSieve } from "~search/word-sieve";
import { wordsOf } from "~search/words";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.constantFrom("dog", "Dog", "d'Artagnan", "children's", "Jardín", "walker", "x".repeat(45), "木工"))
    .map((words) => words.join(" ")),
);

test("a text that holds one of the words always passes, in any script and however it is spelled", () => {
  fc.assert(
    fc.property(text, text, (asked, name) => {
      const words = new Set(wordsOf(asked));
      const holds = wordsOf(name).some((word) => words.has(word));
      return !holds || wordSieve(words)(name);
    }),
    { numRuns: 5_000 },
  );
});

test("plain texts about something else stay behind", () => {
  const mayAnswer = wordSieve(["dog", "walker"]);
  expect(["Dog Walkers", "walker", "the dog."].map(mayAnswer)).toEqual([true, true, true]);
  expect(["Cook", "dogs", "a sleepwalker", ""].map(mayAnswer)).toEqual([false, false, false, false]);
});
