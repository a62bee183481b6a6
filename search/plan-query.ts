import { interestsInText, type OwnWord } from "~/domain/interest/interests-in-text";
import { correctLayWords, likelyLayWord, singleLayWords } from "./lay-words";
import type { Capabilities, Leaning, Part, Rarity, Search } from "./port";
import { wordsOf } from "./words";

export interface QueryPlan {
  parts: Part[];
  leanings: Leaning[];
}

interface Wish {
  /** As typed; a space at the end says that the last word is finished. */
  text: string;
  capabilities: Capabilities;
  /** Of the words of the text in the index; without it the longer ones count as rarer, and none is taken for misspelled. */
  rarities?: ReadonlyMap<string, Rarity> | undefined;
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
  const whole: Part = { text, weight: 1, open, tags: tagsIn(text, { ownWords, rarities }) };
  const singles = capabilities.weighsWords || words.length === 1 ? [] : weighWords(words, rarities);
  return {
    parts: [whole, ...singles.map(({ word, weight }) => ({ text: word, weight, open: open && word === words.at(-1) }))],
    leanings,
  };
}

/**
 * What `planQuery` needs to know of an index: of all words where the engine does not weigh them itself, and of those that look
 * like a lay word misspelled. Where there are none nobody is asked.
 */
export async function readWordRarities(
  search: Pick<Search, "capabilities" | "rarities">,
  { index, text }: { index: string; text: string },
): Promise<ReadonlyMap<string, Rarity> | undefined> {
  const words = [...new Set(wordsOf(text))];
  const isWeighed = search.capabilities.weighsWords || words.length < 2;
  const unknown = isWeighed ? words.filter((word) => likelyLayWord(word) !== null) : words;
  return unknown.length === 0 ? undefined : search.rarities?.(index, unknown);
}

function weighWords(words: readonly string[], rarities: ReadonlyMap<string, Rarity> | undefined) {
  const rarity = (word: string) => rarities?.get(word)?.idf ?? word.length;
  const rarest = Math.max(...words.map(rarity), Number.MIN_VALUE);
  return [...new Set(words)]
    .map((word) => ({ word, weight: rarities ? (RAREST_WORD * rarity(word)) / rarest : RAREST_WORD }))
    .sort((a, b) => rarity(b.word) - rarity(a.word))
    .slice(0, MOST_SINGLE_WORDS);
}

interface Known extends Pick<Wish, "rarities"> {
  ownWords: readonly OwnWord[];
}

/** The interests a text names, each with the words of the text that name it. */
function tagsIn(text: string, { ownWords, rarities }: Known): NonNullable<Part["tags"]> {
  const own = new Set(ownWords.flatMap(({ word }) => wordsOf(word)));
  const isDoubtful = (word: string) => !own.has(word) && rarities?.get(word)?.isHeld === false;
  const { corrected, typedFor } = correctLayWords(wordsOf(text), isDoubtful);
  return interestsInText(corrected.join(" "), ownWords).map(({ interestId, words }) => ({
    field: "interest",
    value: interestId,
    alike: singleLayWords(interestId),
    words: [...new Set(words.flatMap((phrase) => wordsOf(phrase)).flatMap((word) => typedFor(word)))],
  }));
}
