import { expect, test } from "vitest";
import { HELD_WORDS } from "~/domain/conversation/held-words";
import { countsIn } from "~/domain/conversation/phrase-counts";
import { finderOf } from "~/domain/conversation/phrase-in-text";
import { plain } from "~/domain/conversation/plain-text";

const TEXTS = [
  "Come in my car, in MY  CAR",
  "my cart",
  "Ven en mi coche",
  "don't tell",
  "我的车 is red",
  "@my car",
].map(plain);

test("a phrase is counted in each text once, as whole words, whatever stands around it", () => {
  const count = countsIn(TEXTS);
  expect(["my car", "My  Car", "mi coche", "don't", "我的车", "car my", "@my", "coche"].map(count)).toEqual([
    2, 2, 1, 1, 1, 0, 1, 1,
  ]);
});

test("a count says what a search of every text says, of all words that are shipped", () => {
  const phrases = Object.values(HELD_WORDS).flat();
  const texts = phrases.map((phrase, at) => plain(`${at} ${phrase}, and ${phrases[(at * 7) % phrases.length]}!`));
  const count = countsIn(texts);
  for (const phrase of phrases)
    expect([phrase, count(phrase)]).toEqual([phrase, texts.filter(finderOf([phrase])).length]);
});
