import { expect, test } from "vitest";
import { whyHeld } from "~/domain/conversation/held";
import { faultOfPhrase, isShipped, wordLanguages, wordsOf } from "~/domain/conversation/school-words";

const hold = (phrase: string, isHeld = true) => ({ phrase, language: "en", isHeld });
const heldBy = (changes: Parameters<typeof wordsOf>[0]) => wordsOf(changes).held.map(({ phrase }) => phrase);

test("a school's own words wait besides those that are shipped, and a shipped one that it lets pass does not", () => {
  const changes = [hold("Secret  Garden"), hold("MI NUMERO", false)];
  const phrases = heldBy(changes);
  expect(whyHeld("Meet me in the secret\ngarden", { phrases })).toEqual(["words"]);
  expect(whyHeld("secret gardens", { phrases })).toEqual([]);
  expect(whyHeld("Este es mi número", { phrases })).toEqual([]);
  expect(whyHeld("Este es tu número", { phrases })).toEqual(["words"]);
  expect(wordsOf(changes).dropped).toEqual([{ phrase: "mi número", language: "es" }]);
  expect(wordsOf(changes).held[0]).toEqual({ phrase: "Secret  Garden", language: "en", isOwn: true });
});

test("addresses and telephone numbers wait whatever words a school holds", () => {
  expect(whyHeld("ana@lakeview.example or 206 555 0177", { phrases: [] })).toEqual(["mail", "phone"]);
  expect(whyHeld("Don't tell anybody", { phrases: [] })).toEqual([]);
});

test("what is shipped is said twice by nobody: to hold it again is to say nothing", () => {
  expect([isShipped("WhatsApp"), isShipped("lláMAME"), isShipped("secret garden")]).toEqual([true, true, false]);
  expect(heldBy([hold("whatsapp")]).filter((phrase) => phrase === "whatsapp")).toHaveLength(1);
});

test("a word of a language without blanks is found within a sentence", () => {
  expect(whyHeld("請加我的微信好嗎", { phrases: ["微信号", "加我的"] })).toEqual(["words"]);
  expect(whyHeld("请告诉我", { phrases: ["加我的"] })).toEqual([]);
});

test("a phrase has three letters or more and at most eighty characters", () => {
  for (const [phrase, fault] of [
    ["  ", "no_phrase"],
    ["!!!", "no_phrase"],
    ["ab", "too_short"],
    ["a b", "too_short"],
    ["abc", null],
    ["x".repeat(81), "too_long"],
    ["سر بيننا", null],
  ] as const)
    expect([phrase, faultOfPhrase(phrase)]).toEqual([phrase, fault]);
  expect(wordLanguages({ languages: ["so", "en"] })).toEqual(["so", "en", "es"]);
});
