import { interestsInText, type OwnWord } from "~/domain/interest/interests-in-text";
import { correctLayWords, singleLayWords } from "./lay-words";
import type { Capabilities, Leaning, Part, Search } from "./port";
import { wordsOf } from "./words";

export interface QueryPlan {
  parts: Part[];
  leanings: Leaning[];
}

interface Wish {
  /** As typed; a space at the end says that the last word is finished. */
  text: string;
  capabilities: Capabilities;
  /** How rare the words of the text are in the index; without it the longer ones count as rarer. */
  rarities?: ReadonlyMap<string, number> | undefined;
  /** Words that the school uses for interests, on top of those that ship. */
  ownWords?: readonly OwnWord[];
  /** Interests of the student who asks, strongest 1; dislikes below 0. */
  interests?: readonly { interestId: string; strength: number }[];
}

/** The rarest word beside the whole text, for engines that do not weigh words themselves; the others by their rarity. */
const RAREST_WORD = 0.5;
const MOST_SINGLE_WORDS = 8;
/** An interest of the student lifts a result by this share of a best match; more would argue with what was typed. */
const OWN_INTEREST = 0.1;

/**
 * Turns what was typed into parts for an engine: the whole text first, then (where the engine does not weigh words) the
 * words, each weighted by its rarity, the rarest first. Interests that the text names, also misspelled or in another language,
 * join as tags: `cocina` finds what is tagged cooking.
 */
export function planQuery({ text, capabilities, rarities, ownWords = [], interests = [] }: Wish): QueryPlan {
  const leanings = interests.map(({ interestId, strength }) => ({
    field: "interest",
    value: interestId,
    alike: singleLayWords(interestId),
    weight: strength * OWN_INTEREST,
  }));
  const words = wordsOf(text);
  if (words.length === 0) return { parts: [], leanings };
  const open = !/\s$/.test(text);
  const whole: Part = { text, weight: 1, open, tags: tagsIn(text, ownWords) };
  const singles = capabilities.weighsWords || words.length === 1 ? [] : weighWords(words, rarities);
  return {
    parts: [whole, ...singles.map(({ word, weight }) => ({ text: word, weight, open: open && word === words.at(-1) }))],
    leanings,
  };
}

/** What `planQuery` needs to know of an index, for engines that do not weigh words themselves. */
export async function readWordRarities(
  search: Pick<Search, "capabilities" | "rarities">,
  { index, text }: { index: string; text: string },
): Promise<ReadonlyMap<string, number> | undefined> {
  const words = [...new Set(wordsOf(text))];
  if (search.capabilities.weighsWords || words.length < 2) return undefined;
  return search.rarities?.(index, words);
}

function weighWords(words: readonly string[], rarities: ReadonlyMap<string, number> | undefined) {
  const rarity = (word: string) => rarities?.get(word) ?? word.length;
  const rarest = Math.max(...words.map(rarity), Number.MIN_VALUE);
  return [...new Set(words)]
    .map((word) => ({ word, weight: rarities ? (RAREST_WORD * rarity(word)) / rarest : RAREST_WORD }))
    .sort((a, b) => rarity(b.word) - rarity(a.word))
    .slice(0, MOST_SINGLE_WORDS);
}

/** The interests a text names, each with the words of the text that name it. */
function tagsIn(text: string, own: readonly OwnWord[]): NonNullable<Part["tags"]> {
  const known = new Set(own.flatMap(({ word }) => wordsOf(word)));
  const { corrected, typedFor } = correctLayWords(wordsOf(text), known);
  return interestsInText(corrected.join(" "), own).map(({ interestId, words }) => ({
    field: "interest",
    value: interestId,
    alike: singleLayWords(interestId),
    words: [...new Set(words.flatMap((phrase) => wordsOf(phrase)).flatMap((word) => typedFor(word)))],
  }));
}
