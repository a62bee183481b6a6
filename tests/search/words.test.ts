import fc from "fast-check";
import { expect, it } from "vitest";
import { allowedTypos, countTypos, countTyposAtStart } from "~search/edit-distance";
import { findRanges } from "~search/highlight";
import { findTerms, findWords, fold, termsOf, wordsOf } from "~search/words";

it("folds case and accents and keeps words whole", () => {
  expect(wordsOf("Niños' Café, São-Paulo & O'Neill's dogs’")).toEqual([
    "ninos",
    "cafe",
    "sao",
    "paulo",
    "oneill",
    "dogs",
  ]);
  expect(fold("Straße Đà Łódź")).toBe("strasse da lodz");
});

it("takes neighbours of scripts without spaces for words", () => {
  expect(wordsOf("犬の世話 club")).toEqual(["犬の", "の世", "世話", "club"]);
});

it("cuts every script that is written without spaces", () => {
  for (const run of ["犬の世話", "ดูแลสัตว์", "ថែទាំសត្វ", "ດູແລສັດ", "တိရစ္ဆာန်"]) {
    const letters = [...run];
    expect(wordsOf(run), run).toEqual(letters.slice(1).map((letter, place) => fold(`${letters[place]}${letter}`)));
  }
});

it("finds a run by its letters, too, where they stand", () => {
  expect(termsOf("犬の世 club 🐕")).toEqual(["犬", "犬の", "の", "の世", "世", "club", "🐕"]);
  expect(termsOf("𠮷野 a")).toEqual(["𠮷", "𠮷野", "野", "a"]);
  expect(termsOf("犬 x")).toEqual(["犬", "x"]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."犬の𠮷a é'") }), (text) => {
      for (const { word, start, end } of findTerms(text)) expect(wordsOf(text.slice(start, end))).toEqual([word]);
    }),
  );
});

it("gives every word its place in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const { word, start, end } of findWords(text)) {
        expect(word).not.toBe("");
        expect(start).toBeLessThan(end);
        expect(fold(text.slice(start, end)).length).toBeGreaterThan(0);
      }
    }),
  );
});

it("finds the same words whether or not the text also holds letters beyond ASCII", () => {
  const letters = fc.constantFrom(..."aZs09'-_ \n.\u00a0");
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
      expect(findWords(`${text} ·`)).toEqual(findWords(text));
      expect(wordsOf(`${text} ñ`)).toEqual([...wordsOf(text), "n"]);
    }),
    { numRuns: 2_000 },
  );
});

it("allows one typo from five letters, two from nine, none in numbers", () => {
  expect(["dogs", "10025", "bread", "gardener", "gardening"].map(allowedTypos)).toEqual([0, 0, 1, 1, 2]);
});

it("counts a swap of neighbours as one typo and is the same both ways", () => {
  expect(countTypos("vessle", "vessel", 2)).toBe(1);
  expect(countTypos("abc", "abcdef", 2)).toBe(3);
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
  fc.assert(fc.property(word, word, (a, b) => countTypos(a, b, 7) === countTypos(b, a, 7)));
  fc.assert(fc.property(word, word, (a, b) => countTypos(a, b, 1) === Math.min(2, countTypos(a, b, 7))));
});

it("counts typos up to the letter of a word that comes nearest to what was typed", () => {
  expect(countTyposAtStart("phtog", "photography", 1)).toBe(1);
  expect(countTyposAtStart("photography", "photo", 2)).toBe(3);
  expect(countTyposAtStart("", "photo", 0)).toBe(0);
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
  const limit = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(word, word, limit, (typed, other, most) => {
      const beginnings = Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end));
      const fewest = Math.min(...beginnings.map((beginning) => countTypos(typed, beginning, most)));
      return countTyposAtStart(typed, other, most) === fewest;
    }),
  );
});

it("marks whole words and joins neighbours that touch", () => {
  const text = "Care for <b>animals</b>, animals!";
  expect(findRanges(text, new Set(["animals"])).map(([start, end]) => text.slice(start, end))).toEqual([
    "animals",
    "animals",
  ]);
  expect(findRanges("犬の世話", new Set(["犬の", "の世"]))).toEqual([[0, 3]]);
});
