import { RIASEC_TYPES, type RiasecId } from "../riasec";
import { CARDS, type CardPair, typeOfCard } from "./deck";

/**
 * `unsure`: cannot tell, or would rather pass; it is an answer, and moves neither card. `neither`: no thanks, to both, and
 * to both alike.
 */
export const CARD_ANSWERS = ["left", "right", "unsure", "neither"] as const;
export type CardAnswer = (typeof CARD_ANSWERS)[number];

export interface Answered extends CardPair {
  answer: CardAnswer;
}

export interface CardStanding {
  id: string;
  /** In how many questions it came, also where the student was not sure. */
  shown: number;
  /** In how many of them the answer said something of it. */
  judged: number;
  chosen: number;
  refused: number;
  /** What the answers say of this card alone, shrunk towards its type: above 0 liked, below 0 not. */
  standing: number;
}

export interface Standings {
  /** Every card, best first; ties by id. */
  cards: readonly CardStanding[];
  /** Every type with the mean of what was said of its cards, best first; ties in the order of the hexagon. */
  types: readonly { type: RiasecId; mean: number }[];
}

/**
 * What one answer says of a card. Being passed over says little, "no thanks" says more. "Not sure" has no points and is
 * counted nowhere: as a little liking it would give somebody who is sure of nothing a profile.
 */
const POINTS = { chosen: 2, passed: -0.5, refused: -2 } as const;

/**
 * How all cards stand after some answers. A card's standing is the mean of what was said of it, with its type's mean
 * counted once beside it (a shrunken mean), so that a card nobody was asked about stands where its type stands. The order of
 * the answers and the sides of the cards make no difference.
 */
export function standingsOf(answers: readonly Answered[]): Standings {
  const tallies = new Map<string, Tally>(
    CARDS.map((id) => [id, { shown: 0, judged: 0, chosen: 0, refused: 0, points: 0 }]),
  );
  for (const { left, right, answer } of answers)
    for (const id of [left, right]) {
      const tally = tallies.get(id);
      if (!tally) continue;
      tally.shown += 1;
      const said = sayingOf(answer, id === left);
      if (!said) continue;
      tally.judged += 1;
      tally.points += POINTS[said];
      if (said === "chosen") tally.chosen += 1;
      if (said === "refused") tally.refused += 1;
    }
  const means = new Map(RIASEC_TYPES.map(({ id }) => [id, meanOf(id, tallies)]));
  const cards = CARDS.map((id) => {
    const { points, ...counts } = tallies.get(id) as Tally;
    const standing = (points + (means.get(typeOfCard(id)) ?? 0)) / (counts.judged + 1);
    return { id, ...counts, standing };
  });
  return {
    cards: cards.sort((a, b) => b.standing - a.standing || (a.id < b.id ? -1 : 1)),
    types: RIASEC_TYPES.map(({ id }) => ({ type: id, mean: means.get(id) ?? 0 })).sort((a, b) => b.mean - a.mean),
  };
}

type Tally = Omit<CardStanding, "id" | "standing"> & { points: number };

function sayingOf(answer: CardAnswer, isLeft: boolean): keyof typeof POINTS | null {
  if (answer === "unsure") return null;
  if (answer === "neither") return "refused";
  return (answer === "left") === isLeft ? "chosen" : "passed";
}

function meanOf(type: RiasecId, tallies: ReadonlyMap<string, Tally>): number {
  let judged = 0;
  let points = 0;
  for (const [id, tally] of tallies)
    if (typeOfCard(id) === type) {
      judged += tally.judged;
      points += tally.points;
    }
  return judged === 0 ? 0 : points / judged;
}
