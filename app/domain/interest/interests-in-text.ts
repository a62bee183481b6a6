import { groupBy } from "../group-by";
import { listBasicInterests, synonymsOf } from "./taxonomy";
import { singularsOf, wordsOf } from "./words";

export interface InterestInText {
  interestId: string;
  /** The lay words that were found, in order of appearance, each once. */
  words: string[];
}

/** A word that a school's own people use for an interest; folded. */
export interface OwnWord {
  interestId: string;
  word: string;
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
 * is about helping, not about money. Tags imported postings and expands what somebody searches for. A school's own words
 * count like those that ship.
 */
export function interestsInText(text: string, own: readonly OwnWord[] = []): InterestInText[] {
  const words = wordsOf(text);
  const known = own.length === 0 ? [terms] : [buildOwnTerms(own), terms];
  const found = new Map<string, string[]>();
  for (let at = 0; at < words.length; ) {
    const term = longestTermAt(known, words, at);
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

type Terms = ReadonlyMap<string, readonly Term[]>;

function longestTermAt(known: readonly Terms[], words: readonly string[], at: number): Term | undefined {
  const forms = singularsOf(words[at] ?? "");
  // Own words come first and win among equals: they say what those that ship say as well, see buildOwnTerms.
  const candidates = known.flatMap((table) => forms.flatMap((form) => table.get(form) ?? []));
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
  return byFirstWord(byPhrase.values());
}

/** A phrase that ships as well keeps what it means there. */
function buildOwnTerms(own: readonly OwnWord[]): Terms {
  const byPhrase = new Map<string, Term>();
  for (const { interestId, word } of own) {
    for (const words of spellingsOf(wordsOf(word))) {
      const key = words.join(" ");
      const shipped = terms.get(words[0] ?? "")?.find((term) => term.words.join(" ") === key);
      const interestIds = byPhrase.get(key)?.interestIds ?? shipped?.interestIds ?? [];
      byPhrase.set(key, { words, interestIds: [...new Set([...interestIds, interestId])] });
    }
  }
  return byFirstWord(byPhrase.values());
}

/** A school may have added a plural: its singular counts too. Those that ship are singulars. */
function spellingsOf(words: readonly string[]): string[][] {
  const forms = words.map(singularsOf);
  const nth = (place: number) => forms.map((each) => each.at(place) ?? each[0] ?? "");
  return words.length === 0 ? [] : [nth(0), nth(1), nth(-1)];
}

function byFirstWord(all: Iterable<Term>): Map<string, Term[]> {
  return groupBy(all, ({ words }) => words[0] ?? "");
}
