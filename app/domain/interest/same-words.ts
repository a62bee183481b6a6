import { groupBy } from "../group-by";
import { singularsOf, wordsOf } from "./words";

/** One is the other, or its plural, word for word. */
export function saysTheSame(one: string, other: string): boolean {
  const [these, those] = [wordsOf(one), wordsOf(other)];
  return these.length === those.length && these.every((word, at) => isOneWord(word, those[at] ?? ""));
}

const isOneWord = (one: string, other: string) => singularsOf(one).includes(other) || singularsOf(other).includes(one);

/** A word and its plural begin alike, so only these are compared. */
const BEGINNING = 3;

/** Words that say the same as another of them, side by side: twice for one interest, or for several. */
export function duplicatesAmong<Word extends { word: string }>(all: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (const near of groupBy(all, ({ word }) => word.slice(0, BEGINNING)).values()) {
    const found: Word[][] = [];
    for (const each of near) {
      const group = found.find(([first]) => first && saysTheSame(first.word, each.word));
      if (group) group.push(each);
      else found.push([each]);
    }
    groups.push(...found.filter((group) => group.length > 1));
  }
  return groups;
}
