import { allowedTypos, countTypos, countTyposAtStart } from "./edit-distance";
import type { TextLanguage } from "./languages";

/** Why a word of the index may stand for one that was typed; `begun`: it begins nearly so. */
export type Likeness = "stem" | "prefix" | "begun" | "similar" | "tag" | "alike";

/** How well it does; the word itself is 1. Tuned on the O*NET development queries (npm run search:evaluate). */
const SAME_STEM = 0.85;
const DISTANT_STEM = 0.5;
const PREFIX = 0.9;
const ONE_TYPO = 0.85;
const TWO_TYPOS = 0.5;
/**
 * A word of five letters or more like no other: what begins alike is better than an empty page, and counts so little that
 * anything else comes before it (decision 53).
 */
const LAST_RESORT = 0.3;
/** A typo is assumed of a word that exists only where the other word is more frequent, and then counts this much. */
const TYPO_OF_A_WORD = 0.25;
const TAG = 0.7;
const ALIKE = 0.45;

interface Typed {
  word: string;
  /** Number of documents that hold the word or its forms, null when none does. */
  asTyped: number | null;
  /** The taxonomy knows what it means. */
  isExplained: boolean;
  /** Of the reader, where it is one whose word forms are known. */
  language?: TextLanguage | undefined;
}

interface Other {
  term: string;
  how: Likeness;
  documents: number;
  languages: readonly string[] | null;
}

/** 0 (not meant) to 1. */
export function likenessOf({ word, asTyped, isExplained, language }: Typed, other: Other): number {
  const { term, how, documents, languages } = other;
  if (term === word) return 1;
  if (how === "tag") return TAG;
  if (how === "alike") return ALIKE;
  if (how === "stem") {
    // Two words that are one in Spanish are mostly two to who reads English.
    const isReaders = language === undefined || languages === null || languages.includes(language);
    return isReaders && sharesBeginning(word, term, 1) ? SAME_STEM : DISTANT_STEM;
  }
  if (how === "prefix") return prefixOf(word, term);
  const allowed = allowedTypos(word);
  // "perro" is a word of what is about animals, and no "person" that was not finished.
  if (how === "begun")
    return isExplained ? 0 : prefixOf(word, term) * forgiven(countTyposAtStart(word, term, allowed), allowed);
  const typos = countTypos(word, term, allowed);
  if (typos > allowed) {
    const isLast = allowed > 0 && asTyped === null && !isExplained && sharesBeginning(word, term, 4);
    return isLast ? LAST_RESORT : 0;
  }
  const quality = forgiven(typos, allowed);
  if (asTyped === null) return quality;
  return documents > asTyped ? quality * TYPO_OF_A_WORD : 0;
}

/** The more of a word was typed, the more it is meant. */
const prefixOf = (word: string, term: string) => PREFIX * (0.5 + (0.5 * word.length) / term.length);

function forgiven(typos: number, allowed: number): number {
  if (typos > allowed) return 0;
  return typos <= 1 ? ONE_TYPO : TWO_TYPOS;
}

/** "gardens" and "gardening" share all but an ending; "animals" and "animation" share a stem by accident. */
function sharesBeginning(a: string, b: string, ending: number): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared += 1;
  return shared >= Math.max(3, shorter - ending);
}
