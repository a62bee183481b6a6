import { allowedTypos, countTypos, countTyposAtStart } from "./edit-distance";
import type { Meaning, Part } from "./port";
import { isOfRun, termsOf, wordsOf } from "./words";

/** As good as the word itself: 1. The same steps as in search/word-likeness.ts, where more is known of each word. */
const PREFIX = 0.9;
const ONE_TYPO = 0.75;
const TWO_TYPOS = 0.5;
const ALIKE = 0.45;

interface Asked {
  word: string;
  open: boolean;
  /** An interest explains it. */
  isNamed: boolean;
  alike: ReadonlySet<string>;
}

/**
 * For an engine that does not say which words it found: the words of the texts it returned that answer the question, each
 * with the typed word it stands for. `rarity` is 1 for all: such an engine does not say that either.
 */
export function explainWords(parts: readonly Part[], texts: Iterable<string>): Meaning[] {
  const asked = askedWords(parts);
  const terms = [...new Set([...texts].flatMap((text) => termsOf(text)))];
  return asked.flatMap((one) => {
    const qualities = qualitiesOf(one, terms);
    return terms.flatMap((term, place) => {
      const quality = qualities[place] ?? 0;
      return quality > 0 ? [{ word: one.word, term, quality, rarity: 1 }] : [];
    });
  });
}

/** What only begins nearly as the word counts where no text holds the word itself, another end of it or one nearly the same. */
function qualitiesOf(asked: Asked, terms: readonly string[]): number[] {
  const whole = terms.map((term) => qualityOf(asked, term));
  const isFound = asked.isNamed || whole.some((quality) => quality > ALIKE);
  return isFound || !asked.open ? whole : terms.map((term, place) => Math.max(whole[place] ?? 0, begunOf(asked, term)));
}

function askedWords(parts: readonly Part[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { text, open = false, tags = [] } of parts) {
    const words = wordsOf(text);
    for (const [place, word] of words.entries()) {
      const known = asked.get(word);
      const named = tags.filter((tag) => tag.words.includes(word));
      asked.set(word, {
        word,
        open: known?.open === true || (open && place === words.length - 1 && !isOfRun(word)),
        isNamed: known?.isNamed === true || named.length > 0,
        alike: new Set([...(known?.alike ?? []), ...named.flatMap(({ alike = [] }) => alike)]),
      });
    }
  }
  return [...asked.values()];
}

function qualityOf({ word, open, alike }: Asked, term: string): number {
  if (term === word) return 1;
  if (open && term.startsWith(word)) return prefixOf(word, term);
  const allowed = allowedTypos(word);
  const typos = allowed === 0 ? 1 : countTypos(word, term, allowed);
  if (typos <= allowed) return forgiven(typos);
  return alike.has(term) ? ALIKE : 0;
}

function begunOf({ word }: Asked, term: string): number {
  const allowed = allowedTypos(word);
  if (allowed === 0) return 0;
  const typos = countTyposAtStart(word, term, allowed);
  return typos <= allowed ? prefixOf(word, term) * forgiven(typos) : 0;
}

/** The more of a word was typed, the more it is meant. */
const prefixOf = (word: string, term: string) => PREFIX * (0.5 + (0.5 * word.length) / term.length);

const forgiven = (typos: number) => (typos <= 1 ? ONE_TYPO : TWO_TYPOS);
