import type { SearchDocument } from "~search/port";

export const SCHOOL = "01990000-5000-7000-8000-000000000001";
/** Where placements lie, evenly in a square of about forty kilometres. */
const CENTRE = { latitude: 47.6, longitude: -122.33 };
const SPREAD_DEGREES = 0.2;
const KINDS = ["internship", "shadow_day", "interview", "service_learning"];
const INTERESTS = Array.from({ length: 40 }, (_, place) => `interest_${place}`);
const AREAS = Array.from({ length: 25 }, (_, place) => `area_${place}`);
const VOCABULARY = 12_000;

/** The same numbers every time (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = "ba ce di fo gu ha jo ki la me ni or pa qui ro sa te un va wi xo ya zu ar el in os tor bel dan".split(
  " ",
);

function makeVocabulary(random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const syllables = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(""));
  }
  return [...words];
}

export interface Corpus {
  documents: SearchDocument[];
  /** Titles with two rarer words of theirs, as somebody would ask for them. */
  asked: string[];
}

/** Placements that say as much as real ones do, in words that are as unevenly frequent (Zipf). */
export function makeCorpus(size: number): Corpus {
  const random = createRandom(size);
  const vocabulary = makeVocabulary(random);
  const word = () => vocabulary[Math.floor(VOCABULARY ** random()) - 1] ?? "word";
  const words = (count: number) => Array.from({ length: count }, word).join(" ");
  const some = <Item>(items: readonly Item[], count: number) => [
    ...new Set(Array.from({ length: count }, () => items[Math.floor(random() * items.length)] as Item)),
  ];
  const documents = Array.from({ length: size }, (_, place): SearchDocument => {
    return {
      id: `placement-${String(place).padStart(6, "0")}`,
      schoolIds: [SCHOOL],
      version: 1,
      texts: {
        title: [words(4)],
        organisation: [words(2)],
        interests: [words(6)],
        willDo: [words(45)],
        description: [words(20)],
      },
      facets: {
        kind: some(KINDS, 1),
        weekday: some([1, 2, 3, 4, 5], 3),
        area: some(AREAS, 1),
        interest: some(INTERESTS, 3),
      },
      numbers: { startsAt: Math.floor(random() * 1e9), minimumGrade: 6 + Math.floor(random() * 6) },
      point: {
        latitude: CENTRE.latitude + (random() - 0.5) * 2 * SPREAD_DEGREES,
        longitude: CENTRE.longitude + (random() - 0.5) * 2 * SPREAD_DEGREES,
      },
    };
  });
  const asked = some(documents, 300).flatMap(({ texts }) => {
    const long = (texts.title?.[0] ?? "").split(" ").filter((each) => each.length >= 5);
    return long.length >= 2 ? [long.slice(0, 2).join(" ")] : [];
  });
  return { documents, asked };
}

/** One letter of the longest word replaced. */
export function misspell(text: string): string {
  const longest = text.split(" ").reduce((a, b) => (b.length > a.length ? b : a));
  const at = Math.ceil(longest.length / 2);
  return text.replace(longest, `${longest.slice(0, at)}q${longest.slice(at + 1)}`);
}

export { CENTRE };
