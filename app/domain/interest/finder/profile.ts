import type { RiasecId } from "../riasec";
import { type Answered, standingsOf } from "./standing";

/** With fewer answers than this nothing is said about somebody. */
export const FEWEST_ANSWERS = 8;
const MOST_LIKED = 6;
const MOST_DISLIKED = 6;
/** Chosen at least twice, against different cards, is more than curiosity. */
const KEEN_CHOICES = 2;

export interface InterestProfile {
  /** The types that stand out, best first, at most three; none where the answers liked nothing. */
  types: readonly RiasecId[];
  /** Strength 1 curious, 2 keen; nobody is committed to what three minutes of cards showed. */
  liked: readonly { interestId: string; strength: 1 | 2 }[];
  disliked: readonly string[];
}

/**
 * What the answers say, or null with fewer than eight of them. Liked is what was chosen and stands above zero; disliked is
 * what got a "no thanks" and was never chosen. It is a suggestion: the student keeps, changes or drops each line.
 */
export function profileOf(answers: readonly Answered[]): InterestProfile | null {
  if (answers.length < FEWEST_ANSWERS) return null;
  const { cards, types } = standingsOf(answers);
  return {
    types: types
      .filter(({ mean }) => mean > 0)
      .slice(0, 3)
      .map(({ type }) => type),
    liked: cards
      .filter(({ chosen, standing }) => chosen > 0 && standing > 0)
      .slice(0, MOST_LIKED)
      .map(({ id, chosen }) => ({ interestId: id, strength: chosen >= KEEN_CHOICES ? 2 : 1 })),
    disliked: [...cards]
      .reverse()
      .filter(({ chosen, refused }) => refused > 0 && chosen === 0)
      .slice(0, MOST_DISLIKED)
      .map(({ id }) => id),
  };
}
