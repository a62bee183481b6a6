import { fold, wordsOf } from "../../../search/words";

/** A word, or words in quotes that have to stand side by side. */
export interface AskedTerm {
  words: string[];
  isPhrase: boolean;
}

const RUN =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+)/u;

/**
 * The words of a text as the double cuts it. Meilisearch cuts runs without spaces by dictionaries; the double has none and takes
 * a whole run for one word, the worst that a dictionary can do: inside of it nothing is found.
 */
export function wordsWithWholeRuns(text: string): string[] {
  return text.split(RUN).flatMap((part, place) => (place % 2 === 1 ? [fold(part)] : wordsOf(part)));
}

/** The terms of a question: quotes hold phrases, and a quote that is not closed goes on to the end. */
export function termsAsked(text: string): AskedTerm[] {
  return text.split('"').flatMap((part, place): AskedTerm[] => {
    const words = wordsWithWholeRuns(part);
    if (place % 2 === 0) return words.map((word) => ({ words: [word], isPhrase: false }));
    return words.length > 0 ? [{ words, isPhrase: true }] : [];
  });
}
