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
  alike: ReadonlySet<string>;
}

/**
 * For an engine that does not say which words it found: the words of the texts it returned that answer the question, each
 * with the typed word it stands for. `rarity` is 1 for all: such an engine does not say that either.
 */
export function explainWords(parts: readonly Part[], texts: Iterable<string>): Meaning[] {
  const asked = askedWords(parts);
  const terms = new Set([...texts].flatMap((text) => termsOf(text)));
  return asked.flatMap((one) =>
    [...terms].flatMap((term) => {
      const quality = qualityOf(one, term);
      return quality > 0 ? [{ word: one.word, term, quality, rarity: 1 }] : [];
    }),
  );
}

function askedWords(parts: readonly Part[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { text, open = false, tags = [] } of parts) {
    const words = wordsOf(text);
    for (const [place, word] of words.entries()) {
      const known = asked.get(word);
      const named = tags.filter((tag) => tag.words.includes(word)).flatMap(({ alike = [] }) => alike);
      asked.set(word, {
        word,
        open: known?.open === true || (open && place === words.length - 1 && !isOfRun(word)),
        alike: new Set([...(known?.alike ?? []), ...named]),
      });
    }
  }
  return [...asked.values()];
}

function qualityOf({ word, open, alike }: Asked, term: string): number {
  if (term === word) return 1;
  if (open && term.startsWith(word)) return prefixOf(word, term);
  const allowed = allowedTypos(word);
  if (allowed > 0) {
    const typos = countTypos(word, term, allowed);
    if (typos <= allowed) return forgiven(typos);
    const atStart = open ? countTyposAtStart(word, term, allowed) : allowed + 1;
    if (atStart <= allowed) return prefixOf(word, term) * forgiven(atStart);
  }
  return alike.has(term) ? ALIKE : 0;
}

/** The more of a word was typed, the more it is meant. */
const prefixOf = (word: string, term: string) => PREFIX * (0.5 + (0.5 * word.length) / term.length);

const forgiven = (typos: number) => (typos === 1 ? ONE_TYPO : TWO_TYPOS);
