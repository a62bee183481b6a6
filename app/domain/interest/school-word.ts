import { interestsInText } from "./interests-in-text";
import { saysTheSame } from "./same-words";
import { isInterestId, synonymsOf } from "./taxonomy";
import { wordsOf } from "./words";

export type WordFault = "unknown_interest" | "no_word" | "too_long" | "already_known";

const LONGEST = 60;

/** A word as it is kept: folded, with single spaces; or why it cannot be added to an interest. */
export function readSchoolWord(
  typed: string,
  interestId: string,
): { ok: true; value: string } | { ok: false; reason: WordFault } {
  if (!isInterestId(interestId)) return { ok: false, reason: "unknown_interest" };
  const word = wordsOf(typed).join(" ");
  if (word.length < 2) return { ok: false, reason: "no_word" };
  if (word.length > LONGEST) return { ok: false, reason: "too_long" };
  if (synonymsOf(interestId).some((shipped) => saysTheSame(shipped, word)))
    return { ok: false, reason: "already_known" };
  return { ok: true, value: word };
}

/** The interests for which every school has a word already, as it is or in its plural. */
export function shippedInterestsOf(word: string): string[] {
  return interestsInText(word)
    .filter(({ words }) => words.some((shipped) => saysTheSame(shipped, word)))
    .map(({ interestId }) => interestId);
}
