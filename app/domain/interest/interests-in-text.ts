import { listBasicInterests, synonymsOf } from "./taxonomy";
import { singularsOf, wordsOf } from "./words";

export interface InterestInText {
  interestId: string;
  /** The lay words that were found, in order of appearance, each once. */
  words: string[];
}

interface Term {
  words: readonly string[];
  interestIds: string[];
}

/** Phrases in which a word that usually names an interest says something else. Each is skipped as a whole. */
const NO_INTEREST = [
  "safe environment",
  "fun environment",
  "friendly environment",
  "supportive environment",
  "learning environment",
  "office environment",
  "work environment",
  "working environment",
  "fast paced environment",
  "team environment",
  "dress code",
  "zip code",
  "area code",
  "union square",
  "sort of",
  "state of the art",
  "art of",
  "open house",
  "health insurance",
  "driver license",
  "driver s license",
  "our website",
  "visit the website",
  "community college",
  "big apple",
  "food allergy",
  "play a role",
  "time management",
  "school supplies list",
  "por favor",
];

const terms = buildTerms();

/**
 * Which basic interests a text speaks of, by their lay words in English and Spanish; most words found first, then
 * first found. Accents and case do not matter, plurals count, and the longest phrase wins at each place: "food bank"
 * is about helping, not about money. Tags imported postings and expands what somebody searches for.
 */
export function interestsInText(text: string): InterestInText[] {
  const words = wordsOf(text);
  const found = new Map<string, string[]>();
  for (let at = 0; at < words.length; ) {
    const term = longestTermAt(words, at);
    if (term) {
      const phrase = term.words.join(" ");
      for (const id of term.interestIds) {
        const seen = found.get(id) ?? [];
        if (!seen.includes(phrase)) found.set(id, [...seen, phrase]);
      }
    }
    at += term?.words.length ?? 1;
  }
  return [...found]
    .map(([interestId, phrases]) => ({ interestId, words: phrases }))
    .sort((a, b) => b.words.length - a.words.length);
}

function longestTermAt(words: readonly string[], at: number): Term | undefined {
  const candidates = singularsOf(words[at] ?? "").flatMap((form) => terms.get(form) ?? []);
  let best: Term | undefined;
  for (const term of candidates) {
    if (best && term.words.length <= best.words.length) continue;
    if (term.words.every((word, step) => singularsOf(words[at + step] ?? "").includes(word))) best = term;
  }
  return best;
}

/** Terms by their first word. */
function buildTerms(): Map<string, Term[]> {
  const byPhrase = new Map<string, Term>();
  const add = (phrase: string, interestId?: string) => {
    const words = wordsOf(phrase);
    const key = words.join(" ");
    const term = byPhrase.get(key) ?? { words, interestIds: [] };
    if (interestId && !term.interestIds.includes(interestId)) term.interestIds.push(interestId);
    byPhrase.set(key, term);
  };
  for (const { id, labels } of listBasicInterests())
    for (const phrase of [labels.en, labels.es, ...synonymsOf(id)]) add(phrase, id);
  for (const phrase of NO_INTEREST) add(phrase);
  const byFirst = new Map<string, Term[]>();
  for (const term of byPhrase.values()) {
    const first = term.words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  }
  return byFirst;
}
