import { groupBy } from "~/domain/group-by";
import type { Answer, Hit } from "./port";
import { wordSieve } from "./word-sieve";
import { termsOf, wordsOf } from "./words";

/** What is looked at again: the engine's first hundred. */
export const RE_RANKED = 100;
/** Fields whose values are names of the thing: a value about nothing else than the question is the best match there is. */
const NAMES = ["title", "aliases"];
/** How the order of the engine and the likeness of names share the verdict. */
const NAME_SHARE = 0.7;
/** How much of a name's verdict hangs on the name holding nothing else. */
const PURITY_SHARE = 0.85;
/** A name that ends as the question does is the same kind of thing: a "dog walker" is a walker, a "walker's dog" is none. */
const SAME_ENDING = 0.2;
/** Such an ending has to be the word itself or a form of it, not a guess. */
const SURE = 0.6;
/** The best name counts fully, the next ones this much less each. */
const NEXT_NAME = 0.5;
const COUNTED_NAMES = 5;
/** What a posting keeps that an organisation made again under the same title: one of them answers, the others crowd. */
const SAID_AGAIN = 0.6;

/**
 * Orders an engine's first hits anew by how closely a title or alias says what was asked: the engine adds up words over
 * long texts, and a short name that says just the question is worth more. Copies of a better hit step back. Without
 * words the order stays. The hits themselves stay as the engine gave them.
 */
export function reRank(answer: Pick<Answer, "hits" | "meanings">): Hit[] {
  const asked = new Map(answer.meanings.map(({ word, rarity }) => [word, rarity]));
  const weight = [...asked.values()].reduce((sum, rarity) => sum + rarity, 0);
  if (weight === 0) return [...answer.hits];
  const terms = groupBy(answer.meanings, ({ term }) => term);
  const ending = [...asked.keys()].at(-1);
  const mayAnswer = wordSieve(terms.keys());
  const top = Math.max(...answer.hits.map(({ score }) => score), Number.MIN_VALUE);
  const judged = answer.hits.map((hit): Judged => {
    const names = NAMES.flatMap((field) => hit.texts[field] ?? [])
      .filter(mayAnswer)
      .map((name) => judgeName(name, { terms, asked, weight, ending }));
    const best = names.sort((a, b) => b - a).slice(0, COUNTED_NAMES);
    const likeness = best.reduce((sum, verdict, place) => sum + verdict * NEXT_NAME ** place, 0);
    return { hit, score: (1 - NAME_SHARE) * (hit.score / top) + NAME_SHARE * likeness };
  });
  const ordered = setBackCopies(judged.sort(bestFirst)).sort(bestFirst);
  return ordered.map(({ hit }) => hit);
}

interface Judged {
  hit: Hit;
  score: number;
}

const bestFirst = (a: Judged, b: Judged) => b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1);

/** Of hits with the same title and organisation, best first, all but the first one step back. */
function setBackCopies(judged: readonly Judged[]): Judged[] {
  const said = new Set<string>();
  return judged.map(({ hit, score }) => {
    const { title = [], organisation = [] } = hit.texts;
    const posting = JSON.stringify([wordsOf(title.join(" ")), wordsOf(organisation.join(" "))]);
    if (said.has(posting)) return { hit, score: score * SAID_AGAIN };
    said.add(posting);
    return { hit, score };
  });
}

interface Asked {
  terms: ReadonlyMap<string, readonly { word: string; quality: number }[]>;
  asked: ReadonlyMap<string, number>;
  weight: number;
  /** The last word of the question that found anything. */
  ending: string | undefined;
}

/** The share of the question that a name answers, times how much of the name is about it; more with the same ending. */
function judgeName(text: string, { terms, asked, weight, ending }: Asked): number {
  const name = termsOf(text);
  if (!name.some((term) => terms.has(term))) return 0;
  const found = new Map<string, number>();
  let aboutIt = 0;
  for (const term of name) {
    const meanings = terms.get(term) ?? [];
    for (const { word, quality } of meanings) found.set(word, Math.max(quality, found.get(word) ?? 0));
    aboutIt += Math.max(0, ...meanings.map(({ quality }) => quality));
  }
  const answered = [...found].reduce((sum, [word, quality]) => sum + quality * (asked.get(word) ?? 0), 0) / weight;
  // Letters within a run are found beside the words it is cut into: a name is as long as those.
  const purity = Math.min(1, aboutIt / Math.max(1, wordsOf(text).length));
  const verdict = answered * (1 - PURITY_SHARE + PURITY_SHARE * purity);
  const last = terms.get(name.at(-1) ?? "") ?? [];
  const endsAlike = last.some(({ word, quality }) => word === ending && quality >= SURE);
  return endsAlike ? verdict * (1 + SAME_ENDING) : verdict;
}
