import { type CardPair, firstQuestions } from "./deck";
import { type Answered, type CardStanding, standingsOf } from "./standing";

/** Fifteen that let every type meet every other, nine that look closer at what stood out: about three minutes. */
export const QUESTIONS = 24;
/** A card that was seen this often has said what it can. */
const SEEN_ENOUGH = 3;

/**
 * The question after these answers, or null after the last, and where hardly a card is left that got no "no thanks". The same answers and turn always lead to the same question,
 * so a student comes back to where they stopped. In the second part the best-standing card that was seen least meets the
 * best one it has not met.
 */
export function nextQuestion(answers: readonly Answered[], turn: number): CardPair | null {
  if (answers.length >= QUESTIONS) return null;
  const first = firstQuestions(turn);
  return first[answers.length] ?? closerQuestion(answers);
}

function closerQuestion(answers: readonly Answered[]): CardPair | null {
  const met = new Set(answers.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]));
  const open = standingsOf(answers)
    .cards.filter(({ shown, refused }) => shown < SEEN_ENOUGH && refused === 0)
    .sort(byPromise);
  for (const one of open) {
    const other = open.find(({ id }) => id !== one.id && !met.has(`${one.id} ${id}`));
    if (other) return { left: one.id, right: other.id };
  }
  return null;
}

/** A card must stand better to come again: every time it was seen takes off half a point. */
function byPromise(a: CardStanding, b: CardStanding): number {
  return promise(b) - promise(a) || (a.id < b.id ? -1 : 1);
}

const promise = ({ standing, shown }: CardStanding) => standing - shown / 2;

/** The turn of a student's time through the cards: differs between students and from time to time, and stays the same for one. */
export function turnOf(studentId: string, version: number): number {
  return Number.parseInt(studentId.slice(-4), 16) + version;
}
