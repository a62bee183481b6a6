import { interestsInText } from "~/domain/interest/interests-in-text";
import { correctLayWords, singleLayWords } from "./lay-words";
import type { Capabilities, Leaning, Part } from "./port";
import { wordsOf } from "./words";

export interface QueryPlan {
  parts: Part[];
  leanings: Leaning[];
}

interface Wish {
  /** As typed; a space at the end says that the last word is finished. */
  text: string;
  capabilities: Capabilities;
  /** Interests of the student who asks, strongest 1; dislikes below 0. */
  interests?: readonly { interestId: string; strength: number }[];
}

/** Single words beside the whole text, for engines that do not weigh words themselves. */
const SINGLE_WORD = 0.5;
const MOST_SINGLE_WORDS = 8;
/** An interest of the student lifts a result by this share of a best match; more would argue with what was typed. */
const OWN_INTEREST = 0.1;

/**
 * Turns what was typed into parts for an engine: the whole text first, then (where the engine does not weigh words) the
 * words, longer and so mostly rarer ones first. Interests that the text names, also misspelled or in another language,
 * join as tags: `cocina` finds what is tagged cooking.
 */
export function planQuery({ text, capabilities, interests = [] }: Wish): QueryPlan {
  const leanings = interests.map(({ interestId, strength }) => ({
    field: "interest",
    value: interestId,
    alike: singleLayWords(interestId),
    weight: strength * OWN_INTEREST,
  }));
  const words = wordsOf(text);
  if (words.length === 0) return { parts: [], leanings };
  const open = !/\s$/.test(text);
  const whole: Part = { text, weight: 1, open, tags: tagsIn(text) };
  const singles =
    capabilities.weighsWords || words.length === 1
      ? []
      : [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, MOST_SINGLE_WORDS);
  return {
    parts: [
      whole,
      ...singles.map((word) => ({ text: word, weight: SINGLE_WORD, open: open && word === words.at(-1) })),
    ],
    leanings,
  };
}

/** The interests a text names, each with the words of the text that name it. */
function tagsIn(text: string): NonNullable<Part["tags"]> {
  const { corrected, typedFor } = correctLayWords(wordsOf(text));
  return interestsInText(corrected.join(" ")).map(({ interestId, words }) => ({
    field: "interest",
    value: interestId,
    alike: singleLayWords(interestId),
    words: [...new Set(words.flatMap((phrase) => wordsOf(phrase)).flatMap((word) => typedFor(word)))],
  }));
}
