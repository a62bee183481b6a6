import { describe, expect, test } from "vitest";
import { explainWords } from "../../search/match-words";

const explained = (text: string, texts: string[], tags: { words: string[] }[] = []) =>
  explainWords(
    [{ text, weight: 1, open: true, tags: tags.map((tag) => ({ field: "interests", value: "animals", ...tag })) }],
    texts,
  )
    .map(({ term }) => term)
    .toSorted();

describe("an unfinished word that an engine found", () => {
  test("explains what begins nearly so only where nothing holds the word, or one nearly the same", () => {
    expect(explained("phtog", ["Photography for households"])).toEqual(["photography"]);
    expect(explained("horse", ["Care for a horse", "Pack household boxes"])).toEqual(["horse"]);
    expect(explained("horse", ["Watch horses", "Pack household boxes"])).toEqual(["horses"]);
    expect(explained("horze", ["Care for a horse", "Pack household boxes"])).toEqual(["horse"]);
  });

  test("explains nothing else where an interest is what it means", () => {
    expect(explained("perro", ["A person at the desk"])).toEqual(["person"]);
    expect(explained("perro", ["A person at the desk"], [{ words: ["perro"] }])).toEqual([]);
  });
});
