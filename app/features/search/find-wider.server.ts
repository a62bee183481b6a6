import type { Wiring } from "~/wiring";
import { PLACEMENTS, runningOn } from "~search/placement-document";
import type { Answer, Part, Question } from "~search/port";
import { limitsOf, type SearchWish, type Widening } from "./search-wish";

/** What a reader could give up, and how many there would be then. */
export interface Wider {
  without: Widening;
  /** With `word`: which one, as it was typed. */
  word?: string;
  total: number;
}

interface Asked {
  /** The one that found nothing. */
  question: Question;
  wish: SearchWish;
  /** The school's day. */
  on: string;
  /** What is asked for other words. */
  partsOf(text: string): readonly Part[];
}

type Counted = Wider & Pick<Answer, "degraded">;

/** Words of a question that are left out one by one; who types more is answered by leaving out all of them. */
const MOST_WORDS = 8;

/**
 * Each limit left out by itself, each word, and all words, so that a reader can give up one thing and keep the others: most
 * first. Only where no single one helps, all limits together.
 */
export async function findWider({ search }: Pick<Wiring, "search">, asked: Asked): Promise<Counted[]> {
  const { question, wish, on, partsOf } = asked;
  const { filters = {}, parts } = question;
  const limits = limitsOf(wish);
  const count = async (wider: Omit<Wider, "total">, kept: Partial<Question>): Promise<Counted> => {
    const answer = await search.search(PLACEMENTS, { ...question, ...kept, facets: [], offset: 0, limit: 0 });
    return { ...wider, total: answer.total, degraded: answer.degraded };
  };
  const one = helpful(
    await Promise.all([
      ...limits.map((without) => count({ without }, { filters: withoutLimit(filters, without) })),
      ...wordsLeftOut(wish.text).map(({ word, text }) => count({ without: "word", word }, { parts: partsOf(text) })),
      ...(limits.length > 0 && parts.length > 0 ? [count({ without: "text" }, { parts: [] })] : []),
    ]),
  );
  if (one.length > 0 || limits.length < 2) return one;
  return helpful([await count({ without: "limits" }, { filters: runningOn(on) })]);
}

function withoutLimit(filters: NonNullable<Question["filters"]>, limit: Widening) {
  const name = limit === "open" ? "openAt" : limit;
  return Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name));
}

/** Each word of a text of several, with what is left without it. */
function wordsLeftOut(typed: string): { word: string; text: string }[] {
  const words = typed.trim().split(/\s+/);
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  return [...new Set(words)].map((word) => ({ word, text: `${words.filter((other) => other !== word).join(" ")} ` }));
}

const helpful = (counted: readonly Counted[]) =>
  counted.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
