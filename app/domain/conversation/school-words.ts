import { HELD_WORDS } from "./held-words";
import { plain } from "./plain-text";

/** Characters of a phrase that a school holds. */
export const LONGEST_PHRASE = 80;

/** Characters of one as it is compared, where a single sign may stand for many letters. */
const LONGEST_PLAIN = 160;

/** Letters and digits of one: a shorter one would hold nearly everything. */
const SHORTEST = 3;

/** Phrases of its own that a school may hold. */
export const MOST_OWN = 300;

export interface HeldWord {
  phrase: string;
  /** BCP 47. */
  language: string;
}

/** What a school says of a phrase: held besides those that are shipped, or one of those that it does not hold. */
export interface WordChange extends HeldWord {
  isHeld: boolean;
}

const SHIPPED: readonly HeldWord[] = Object.entries(HELD_WORDS).flatMap(([language, phrases]) =>
  phrases.map((phrase) => ({ phrase, language })),
);
const SHIPPED_PLAIN = new Set(SHIPPED.map(({ phrase }) => plainPhrase(phrase)));

/** A phrase as two of them are compared and as it is searched. */
export function plainPhrase(phrase: string): string {
  return plain(phrase).trim().replaceAll(/\s+/g, " ");
}

/** Whether a phrase is held where no school says otherwise. */
export const isShipped = (phrase: string): boolean => SHIPPED_PLAIN.has(plainPhrase(phrase));

export type PhraseFault = "no_phrase" | "too_short" | "too_long";

/** What keeps a phrase from being held, or null. */
export function faultOfPhrase(phrase: string): PhraseFault | null {
  const compared = plainPhrase(phrase);
  const letters = compared.replaceAll(/[^\p{L}\p{Nd}]/gu, "");
  if (letters === "") return "no_phrase";
  if (phrase.trim().length > LONGEST_PHRASE || compared.length > LONGEST_PLAIN) return "too_long";
  return letters.length < SHORTEST ? "too_short" : null;
}

/** The words of a school: those it holds, shipped or its own, and the shipped ones that it does not hold. */
export function wordsOf(changes: readonly WordChange[]): {
  held: (HeldWord & { isOwn: boolean })[];
  dropped: HeldWord[];
} {
  const said = new Map(changes.map((change) => [plainPhrase(change.phrase), change]));
  const isDropped = ({ phrase }: HeldWord) => said.get(plainPhrase(phrase))?.isHeld === false;
  const own = changes.filter(({ phrase, isHeld }) => isHeld && !isShipped(phrase));
  return {
    held: [
      ...own.map(({ phrase, language }) => ({ phrase, language, isOwn: true })),
      ...SHIPPED.filter((word) => !isDropped(word)).map((word) => ({ ...word, isOwn: false })),
    ],
    dropped: SHIPPED.filter(isDropped),
  };
}

/** Languages that a word of a school may be of: those of its families, and those in which words are shipped. */
export function wordLanguages({ languages }: { languages: readonly string[] }): string[] {
  return [...new Set([...languages, ...Object.keys(HELD_WORDS)])];
}
