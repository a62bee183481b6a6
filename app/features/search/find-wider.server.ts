import type { Wiring } from "~/wiring";
import { PLACEMENTS } from "~search/placement-document";
import type { Answer, Part, Question } from "~search/port";
import { type Limit, limitsOf, type SearchWish, type Widening } from "./search-wish";

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
  /** What is asked for other words. */
  partsOf(text: string): readonly Part[];
}

export interface FoundWider extends Pick<Answer, "degraded"> {
  wider: Wider[];
}

/** Words of a question that are left out one by one; who types more is answered by leaving out all of them. */
const MOST_WORDS = 8;

/**
 * Each limit left out by itself, each word, and all words, so that a reader can give up one thing and keep the others: most
 * first. Only where no single one helps, all limits together. All of them are counted at once.
 */
export async function findWider({ search }: Pick<Wiring, "search">, asked: Asked): Promise<FoundWider> {
  const { question, wish, partsOf } = asked;
  const { scope, language, filters = {}, parts } = question;
  const limits = limitsOf(wish);
  const single: Tried[] = [
    ...limits.map((without) => ({ wider: { without }, parts, without: [filterOf(without)] })),
    ...wordsLeftOut(wish.text).map(({ word, text }) => ({
      ...{ wider: { without: "word" as const, word }, parts: partsOf(text), without: [] },
    })),
    ...(limits.length > 0 && parts.length > 0 ? [{ wider: { without: "text" as const }, parts: [], without: [] }] : []),
  ];
  const together: Tried[] =
    limits.length > 1 ? [{ wider: { without: "limits" }, parts, without: limits.map(filterOf) }] : [];
  const tried = [...single, ...together];
  if (tried.length === 0) return { wider: [], degraded: false };
  const each = tried.map(({ parts: words, without }) => ({ parts: words, without }));
  const shared = { scope, filters, ...(language && { language }) };
  const { totals, degraded } = await search.totals(PLACEMENTS, { ...shared, each });
  const counted = tried.map(({ wider }, place) => ({ ...wider, total: totals[place] ?? 0 }));
  const one = helpful(counted.slice(0, single.length));
  return { wider: one.length > 0 ? one : helpful(counted.slice(single.length)), degraded };
}

/** Something to give up, and the question that is left. */
interface Tried {
  wider: Omit<Wider, "total">;
  parts: readonly Part[];
  without: string[];
}

/** The name of the filter that a limit is. */
const filterOf = (limit: Limit): string => (limit === "open" ? "openAt" : limit);

/** Each word of a text of several, with what is left without it. */
function wordsLeftOut(typed: string): { word: string; text: string }[] {
  const words = typed.trim().split(/\s+/);
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  return [...new Set(words)].map((word) => ({ word, text: `${words.filter((other) => other !== word).join(" ")} ` }));
}

const helpful = (counted: readonly Wider[]) =>
  counted.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
