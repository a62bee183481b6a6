import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLOSE_PAIRS } from "~/domain/interest/close-pairs";
import { CAREER_CLUSTERS } from "~/domain/interest/clusters";
import { interestsInText } from "~/domain/interest/interests-in-text";
import { relatedInterests, SAME_INTEREST, similarityOf } from "~/domain/interest/related";
import { RIASEC_TYPES } from "~/domain/interest/riasec";
import { interestById, labelOf, listBasicInterests, synonymsOf } from "~/domain/interest/taxonomy";
import { fold, singularsOf, wordsOf } from "~/domain/interest/words";

const ids = listBasicInterests().map(({ id }) => id);
const anyId = fc.constantFrom(...ids);
const hostile = fc.constantFrom("\u0000", "\ud800", "’", "s", "e", "é", "ñ", "\u0301", "🙂", "م", " ", "-", "dog");
const found = (text: string) => interestsInText(text).map(({ interestId }) => interestId);

describe("the taxonomy", () => {
  it("has kebab-case ids, each once, with a RIASEC type and a cluster that exist", () => {
    expect(new Set(ids).size).toBe(ids.length);
    const clusters = new Set(CAREER_CLUSTERS.clusters.map(({ id }) => id));
    const types = new Set(RIASEC_TYPES.map(({ id }) => id));
    for (const interest of listBasicInterests()) {
      expect(interest.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(interest.riasec.length).toBeGreaterThan(0);
      expect(interest.riasec.every((type) => types.has(type))).toBe(true);
      expect(interest.clusters.length).toBeGreaterThan(0);
      expect(interest.clusters.every((cluster) => clusters.has(cluster))).toBe(true);
    }
  });

  it("names the 14 clusters of the framework of 2024 and the six RIASEC types", () => {
    expect(CAREER_CLUSTERS.version).toBe("2024");
    expect(CAREER_CLUSTERS.clusters).toHaveLength(14);
    expect(RIASEC_TYPES.map(({ letter }) => letter).join("")).toBe("RIASEC");
  });

  it("has lay words in both languages for every interest, folded, none twice", () => {
    for (const id of ids)
      for (const language of ["en", "es"] as const) {
        const words = synonymsOf(id, language);
        expect(words.length, `${id} ${language}`).toBeGreaterThan(5);
        for (const word of words) expect(word).toBe(fold(word).trim());
      }
    const all = new Set(ids.flatMap((id) => synonymsOf(id)));
    expect(all.size).toBeGreaterThan(1000);
  });

  it("labels in the reader's language, in English where there is none", () => {
    expect(labelOf("gardening", "es-MX")).toBe("Jardinería y agricultura");
    expect(labelOf("gardening", "so")).toBe("Gardening and farming");
    expect(labelOf("realistic", "en")).toBe("Doing and making");
    expect(labelOf("agriculture", "es")).toBe("Agricultura");
    expect(labelOf("underwater-hockey", "en")).toBe("underwater-hockey");
    expect(interestById("underwater-hockey")).toBeUndefined();
  });
});

describe("related interests", () => {
  it("are symmetric and whole only with themselves (property)", () => {
    fc.assert(
      fc.property(anyId, anyId, (a, b) => {
        expect(similarityOf(a, b)).toBe(similarityOf(b, a));
        expect(similarityOf(a, b) === SAME_INTEREST).toBe(a === b);
        expect(Number.isInteger(similarityOf(a, b))).toBe(true);
        const listed = relatedInterests(a).find(({ id }) => id === b)?.similarity ?? 0;
        expect(listed).toBe(similarityOf(a, b) / SAME_INTEREST);
      }),
    );
  });

  it("start with the interest itself and fall (property)", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const related = relatedInterests(id);
        expect(related[0]).toEqual({ id, similarity: 1 });
        const similarities = related.map(({ similarity }) => similarity);
        expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
      }),
    );
  });

  it("know an interest outside the taxonomy as like itself only", () => {
    expect(similarityOf("underwater-hockey", "underwater-hockey")).toBe(SAME_INTEREST);
    expect(similarityOf("underwater-hockey", "sports")).toBe(0);
    expect(relatedInterests("underwater-hockey")).toEqual([]);
    expect(["constructor", "__proto__"].map((id) => synonymsOf(id))).toEqual([[], []]);
  });

  it("list close pairs of known interests, none twice, none with itself", () => {
    const keys = CLOSE_PAIRS.map(([a, b]) => [a, b].sort().join("~"));
    expect(new Set(keys).size).toBe(keys.length);
    for (const [a, b, similarity] of CLOSE_PAIRS) {
      expect(ids).toEqual(expect.arrayContaining([a, b]));
      expect(a).not.toBe(b);
      expect(similarity).toBeLessThan(SAME_INTEREST);
    }
  });

  it("find robots closer to engineering than to hair", () => {
    expect(similarityOf("robotics", "engineering")).toBeGreaterThan(similarityOf("robotics", "beauty"));
  });
});

describe("interests in a text", () => {
  it.each([
    ["gardening", "gardening"],
    ["Jardinería", "gardening"],
    ["tutoring kids", "teaching"],
    ["tutoring kids", "children"],
    ["cocina", "cooking"],
    ["mascotas", "animals"],
    ["Homework Helpers for Grades K-1!!", "teaching"],
    ["Farmers' Market table", "gardening"],
    ["CHILDREN'S choir", "music"],
    ["cuidado de niños", "children"],
    ["actrices y actores", "theater"],
    ["Help the puppies", "animals"],
  ])("%s speaks of %s", (text, interest) => {
    expect(found(text)).toContain(interest);
  });

  it("take the longest phrase at each place", () => {
    expect(found("food bank")).not.toContain("finance");
    expect(found("bank teller")).toContain("finance");
    expect(found("a safe environment")).toEqual([]);
  });

  it("come with the words that were found, most first", () => {
    expect(interestsInText("Feed dogs and cats, then write a story")).toMatchObject(
      [
        { interestId: "animals", words: ["dog", "cat"] },
        { interestId: "helping", words: ["feed"] },
        { interestId: "writing", words: ["write", "story"] },
      ].sort((a, b) => b.words.length - a.words.length),
    );
  });

  it("are none in an empty or strange text", () => {
    expect(found("")).toEqual([]);
    expect(found("\u0000 🙂 ｆ مرحبا ''' --- 12345")).toEqual([]);
  });

  it("are found by every one of their lay words, in any case and inside a sentence", () => {
    for (const id of ids)
      for (const word of synonymsOf(id)) {
        expect(found(word), word).toContain(id);
        expect(found(word.toUpperCase()), word).toEqual(found(word));
        expect(found(`the ${word}, please!`), word).toContain(id);
      }
  });

  it("survive any text (property)", () => {
    fc.assert(
      fc.property(fc.string({ unit: hostile }), (text) => {
        expect(found(text).every((id) => ids.includes(id))).toBe(true);
      }),
    );
  });
});

describe("words", () => {
  it("fold accents and case and drop the possessive", () => {
    expect(wordsOf("Niños' CHILDREN’s piñata-día")).toEqual(["ninos", "children", "pinata", "dia"]);
  });

  it("know what a word may be the plural of", () => {
    expect(singularsOf("puppies")).toContain("puppy");
    expect(singularsOf("animales")).toContain("animal");
    expect(singularsOf("peces")).toContain("pez");
    expect(singularsOf("boxes")).toContain("box");
    expect(singularsOf("cares")).not.toContain("car");
    expect(singularsOf("glass")).toEqual(["glass"]);
  });
});
