import { groupBy } from "~/domain/group-by";
import { listBasicInterests, synonymsOf } from "~/domain/interest/taxonomy";
import { singularsOf, wordsOf } from "~/domain/interest/words";
import { allowedTypos, countTypos } from "./edit-distance";

const layWords = new Set(
  listBasicInterests().flatMap(({ id, labels }) =>
    [labels.en, labels.es, ...synonymsOf(id)].flatMap((phrase) => wordsOf(phrase)),
  ),
);
const byFirstLetter = groupBy(layWords, (word) => word[0] ?? "");

/** Lay words of an interest that are one word each, in both languages. */
export function singleLayWords(interestId: string): string[] {
  return synonymsOf(interestId).filter((phrase) => !phrase.includes(" "));
}

export interface CorrectedWords {
  corrected: string[];
  /** The words as typed that a lay word (in the singular) was found in. */
  typedFor(layWord: string): string[];
}

/**
 * Puts right what was misspelled, as far as the interest taxonomy knows the word: `animls` is `animals`. The first
 * letter has to be right. Words that are nobody's lay word stay as they are, and so do those that are `known` to be meant.
 */
export function correctLayWords(typed: readonly string[], known: ReadonlySet<string> = new Set()): CorrectedWords {
  const pairs = typed.map((word) => ({ word, corrected: known.has(word) ? word : correctWord(word) }));
  return {
    corrected: pairs.map(({ corrected }) => corrected),
    typedFor: (layWord) =>
      pairs.filter(({ corrected }) => singularsOf(corrected).includes(layWord)).map(({ word }) => word),
  };
}

function correctWord(word: string): string {
  if (singularsOf(word).some((form) => layWords.has(form))) return word;
  const limit = allowedTypos(word);
  if (limit === 0) return word;
  let best = { word, typos: limit + 1 };
  for (const layWord of byFirstLetter.get(word[0] ?? "") ?? []) {
    const typos = countTypos(word, layWord, Math.min(limit, best.typos - 1));
    if (typos < best.typos) best = { word: layWord, typos };
  }
  return best.word;
}
