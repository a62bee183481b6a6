import type { RiasecId } from "../riasec";
import { type Answered, standingsOf } from "./standing";

/** With fewer answers than this nothing is said about somebody. */
export const FEWEST_ANSWERS = 8;
const MOST_TYPES = 3;
const MOST_LIKED = 6;
const MOST_DISLIKED = 6;
/** Chosen at least twice, against different cards, is more than curiosity. */
const KEEN_CHOICES = 2;

export interface InterestProfile {
  /**
   * The types that stand out, best first, at most three, and none that stands no better than one left out: three of six
   * that are alike would be picked by their place in a list.
   */
  types: readonly RiasecId[];
  /** Strength 1 curious, 2 keen; nobody is committed to what three minutes of cards showed. */
  liked: readonly { interestId: string; strength: 1 | 2 }[];
  disliked: readonly string[];
}

/** Whether the answers said nothing at all, as where somebody was never sure. Then nobody knows yet, and the page says so. */
export function saysNothing({ types, liked, disliked }: InterestProfile): boolean {
  return types.length + liked.length + disliked.length === 0;
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
      .slice(0, MOST_TYPES)
      .filter(({ mean }) => mean > Math.max(0, types[MOST_TYPES]?.mean ?? 0))
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
