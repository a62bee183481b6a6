import { allowedTypos, countTyposAtStart } from "./edit-distance";
import { findTerms, findWords, wordsOf } from "./words";

/** A value of a facet with a name, or what is left of it from one of its words on. */
export interface NamedValue {
  value: string;
  name: string;
  count: number;
}

/** A name as it is compared. */
const foldName = (name: string) => wordsOf(name).join(" ");

/** A name from each of its words on: "green lake clinic", "lake clinic", "clinic"; a run without spaces also from its last letter. */
export function nameBeginnings(name: string): string[] {
  const words = findWords(name);
  const begun = new Set(words.map(({ start }) => start));
  const lastLetters = findTerms(name).filter(({ start }) => !begun.has(start));
  return [...words, ...lastLetters].map(({ word, start: from }) =>
    [word, ...words.filter(({ start }) => start > from).map((next) => next.word)].join(" "),
  );
}

/**
 * Each value whose name goes on from one of its words as the text does, the most frequent first. Names with a typing mistake
 * count only where there is none without: an engine would forgive "green l" the "b" of "green b".
 */
export function chooseByName(
  named: Iterable<NamedValue>,
  { name, limit }: { name: string; limit: number },
): { value: string; count: number }[] {
  const asked = foldName(name);
  const exact = new Map<string, number>();
  const misspelled = new Map<string, number>();
  for (const { value, name: said, count } of named) {
    const mistakes = fewestMistakes(asked, said);
    if (mistakes === null) continue;
    const found = mistakes === 0 ? exact : misspelled;
    found.set(value, Math.max(count, found.get(value) ?? 0));
  }
  return [...(exact.size > 0 ? exact : misspelled)]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}

/** Null when the name is not meant. */
function fewestMistakes(asked: string, name: string): number | null {
  const allowed = allowedTypos(asked);
  let fewest = allowed + 1;
  for (const beginning of nameBeginnings(name)) {
    if (beginning.startsWith(asked)) return 0;
    if (allowed > 0) fewest = Math.min(fewest, countTyposAtStart(asked, beginning, allowed));
  }
  return fewest <= allowed ? fewest : null;
}
