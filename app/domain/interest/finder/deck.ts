import type { RiasecId } from "../riasec";
import { RIASEC_TYPES } from "../riasec";
import { interestById, listBasicInterests } from "../taxonomy";

/** Raise it with any change of the deck, or of what decides which question comes next: answers keep the version they were given to. */
export const DECK_VERSION = 2;

/** Every basic interest has a card: one thing somebody does at work. */
export const CARDS: readonly string[] = listBasicInterests().map(({ id }) => id);

/** In how many questions of the first part each type meets the others: once each, as in a round robin of six. */
const ROUNDS = 5;

/**
 * The cards that speak for each type in the first part, chosen for being known to most people of fifteen.
 * The conventional type has four basic interests, so one of them comes twice.
 */
const SPEAKERS: Readonly<Record<RiasecId, readonly string[]>> = {
  realistic: ["animals", "building", "repair", "transport", "gardening"],
  investigative: ["science", "computers", "robotics", "history", "environment"],
  artistic: ["art", "music", "cooking", "photography", "writing"],
  social: ["children", "healthcare", "helping", "teaching", "elder-care"],
  enterprising: ["business", "law", "hospitality", "speaking", "marketing"],
  conventional: ["office", "finance", "libraries", "logistics"],
};

/** Two cards, the one on the leading side of the page first. */
export interface CardPair {
  left: string;
  right: string;
}

/**
 * The fifteen questions of the first part: every type meets every other once, and no type comes twice in a round (circle
 * method of round robin tournaments). `turn`, any whole number, decides which card of a type comes in which round, so
 * that students who sit side by side see different cards.
 */
export function firstQuestions(turn: number): readonly CardPair[] {
  const types = RIASEC_TYPES.map(({ id }) => id);
  const questions: CardPair[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const [a, b] of pairsOfRound(types, round)) {
      const pair = { left: speakerOf(a, round + turn), right: speakerOf(b, round + turn) };
      questions.push((round + turn) % 2 === 0 ? pair : { left: pair.right, right: pair.left });
    }
  return questions;
}

/** One stays, the others walk round the table. */
function pairsOfRound(types: readonly RiasecId[], round: number): [RiasecId, RiasecId][] {
  const [fixed, ...others] = types as [RiasecId, ...RiasecId[]];
  const seated = others.map((_, seat) => others[(seat + round) % others.length] as RiasecId);
  const table = [fixed, ...seated];
  return Array.from({ length: table.length / 2 }, (_, seat) => [
    table[seat] as RiasecId,
    table[table.length - 1 - seat] as RiasecId,
  ]);
}

function speakerOf(type: RiasecId, place: number): string {
  const cards = SPEAKERS[type];
  return cards[place % cards.length] as string;
}

/** The type a card belongs to first. Throws for an id without a card. */
export function typeOfCard(id: string): RiasecId {
  const [type] = interestById(id)?.riasec ?? [];
  if (!type) throw new Error("no card has this id");
  return type;
}
