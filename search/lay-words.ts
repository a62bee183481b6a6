import { groupBy } from "~/domain/group-by";
import { interestsInText } from "~/domain/interest/interests-in-text";
import { listBasicInterests, synonymsOf } from "~/domain/interest/taxonomy";
import { singularsOf, wordsOf } from "~/domain/interest/words";
import { allowedTypos, countTypos } from "./edit-distance";

/** The interests that each word of their names and lay words belongs to. */
const interestsOf = collectInterests();
const byFirstLetter = groupBy(interestsOf.keys(), (word) => word[0] ?? "");

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
 * Puts right what was misspelled, as far as the interest taxonomy knows the word: `animls` is `animals`. Only words that are
 * `doubtful` are: what stands in the index as it was typed is meant so, however near it is to a lay word.
 */
export function correctLayWords(typed: readonly string[], doubtful: (word: string) => boolean): CorrectedWords {
  const pairs = typed.map((word) => ({ word, corrected: (doubtful(word) && likelyLayWord(word)) || word }));
  return {
    corrected: pairs.map(({ corrected }) => corrected),
    typedFor: (layWord) =>
      pairs.filter(({ corrected }) => singularsOf(corrected).includes(layWord)).map(({ word }) => word),
  };
}

/**
 * The lay word that somebody may have meant who typed another word; null where it is one itself, or none is near. The first
 * letter has to be right. Between words of different interests that are equally near nobody can tell, so none is taken.
 */
export function likelyLayWord(word: string): string | null {
  const limit = allowedTypos(word);
  if (limit === 0 || singularsOf(word).some((form) => interestsOf.has(form))) return null;
  let fewest: number = limit;
  let nearest: string[] = [];
  for (const layWord of byFirstLetter.get(word[0] ?? "") ?? []) {
    const typos = countTypos(word, layWord, fewest);
    if (typos < fewest) nearest = [];
    if (typos > fewest) continue;
    fewest = typos;
    nearest.push(layWord);
  }
  return saidByAll(nearest);
}

/** The one of several words whose interests all the others have as well. */
function saidByAll(words: readonly string[]): string | null {
  const common = words.find((word) => words.every((other) => meantBy(word).every((id) => meantBy(other).includes(id))));
  return common ?? null;
}

/** What a word says alone; one that says nothing alone may say what any phrase with it says. */
function meantBy(word: string): string[] {
  const alone = interestsInText(word).map(({ interestId }) => interestId);
  return alone.length > 0 ? alone : [...(interestsOf.get(word) ?? [])];
}

function collectInterests(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, labels } of listBasicInterests())
    for (const word of [labels.en, labels.es, ...synonymsOf(id)].flatMap((phrase) => wordsOf(phrase)))
      found.set(word, (found.get(word) ?? new Set()).add(id));
  return found;
}
