import { SAME_INTEREST, similarityOf } from "../interest/related";
import type { StudentEvidence, StudentInterest } from "./evidence";
import { type IdfSnapshot, idfWeight } from "./idf";
import { WHOLE } from "./weights";

/** The student's tags, sorted out once per pair. */
export interface Tastes {
  liked: readonly StudentInterest[];
  disliked: ReadonlyMap<string, number>;
}

/** A liked tag and the placement's tag that answers it; `similarity` is 10000 when they are the same. */
export interface TagMatch {
  studentTag: string;
  placementTag: string;
  similarity: number;
}

/** One committed interest met is worth 10000, one the student is only curious about still more than not knowing. */
export const BEST_BY_STRENGTH: Readonly<Record<1 | 2 | 3, number>> = { 1: 7000, 2: 8500, 3: 10_000 };
export const DISLIKE_BY_STRENGTH: Readonly<Record<number, number>> = { 1: 3333, 2: 6667, 3: 10_000 };
/** The best single answer counts most: a placement that is wholly about one love beats one that grazes three. */
export const BEST_SHARE = 7000;

/** Likes and dislikes; a tag given as both counts as disliked. */
export function tastesOf({ interests }: StudentEvidence): Tastes {
  const disliked = new Map(interests.filter((tag) => !tag.liked).map((tag) => [tag.interestId, tag.strength]));
  return { liked: interests.filter((tag) => tag.liked && !disliked.has(tag.interestId)), disliked };
}

/**
 * How well tags answer what the student likes, 0..10000: 7/10 the best answer by strength, 3/10 the coverage of all
 * likes weighted by strength and idf. Tags the student dislikes answer nothing. A shared tag never lowers it.
 */
export function studentFit(tastes: Tastes, tags: readonly string[], rules: FitRules): number {
  let best = 0;
  let covered = 0;
  let all = 0;
  for (const like of tastes.liked) {
    const similarity = answerTo(like.interestId, tags, tastes, rules)?.similarity ?? 0;
    const weight = like.strength * idfWeight(rules.idf, like.interestId);
    best = Math.max(best, Math.floor((BEST_BY_STRENGTH[like.strength] * similarity) / WHOLE));
    covered += weight * similarity;
    all += weight;
  }
  return blend(best, all === 0 ? 0 : Math.floor(covered / all));
}

/** How well the student's likes answer tags that somebody wants or knows, 0..10000, weighted by idf alone. */
export function wantedFit(tastes: Tastes, tags: readonly string[], rules: FitRules): number {
  let best = 0;
  let covered = 0;
  let all = 0;
  for (const tag of new Set(tags)) {
    const similarity = tastes.liked.reduce(
      (most, like) => Math.max(most, answerTo(like.interestId, [tag], tastes, rules)?.similarity ?? 0),
      0,
    );
    const weight = idfWeight(rules.idf, tag);
    best = Math.max(best, similarity);
    covered += weight * similarity;
    all += weight;
  }
  return blend(best, all === 0 ? 0 : Math.floor(covered / all));
}

/** How much of what the student dislikes is in the tags, 0..10000: dislikes add up by strength and saturate. */
export function dislikeOf(tastes: Tastes, tags: readonly string[]): number {
  let total = 0;
  for (const tag of new Set(tags)) total += DISLIKE_BY_STRENGTH[tastes.disliked.get(tag) ?? 0] ?? 0;
  return Math.min(WHOLE, total);
}

export interface FitRules {
  idf: IdfSnapshot;
  /** What a related interest counts of its similarity, in basis points. */
  related: number;
}

/** The tag that answers a liked interest best, same before related, then by id; undefined when none does. */
export function answerTo(
  interestId: string,
  tags: readonly string[],
  { disliked }: Tastes,
  { related }: Pick<FitRules, "related">,
): TagMatch | undefined {
  let answer: TagMatch | undefined;
  for (const tag of tags) {
    if (disliked.has(tag)) continue;
    const similarity = countedSimilarity(similarityOf(interestId, tag), related);
    if (similarity === 0) continue;
    const better = !answer || similarity > answer.similarity;
    const level = answer?.similarity === similarity && tag < answer.placementTag;
    if (better || level) answer = { studentTag: interestId, placementTag: tag, similarity };
  }
  return answer;
}

/** A related interest counts at the discount; rises with the similarity, so the nearest tag counts most. */
export function countedSimilarity(similarity: number, related: number): number {
  return similarity === SAME_INTEREST ? WHOLE : Math.floor((similarity * related) / WHOLE);
}

function blend(best: number, coverage: number): number {
  return Math.floor((BEST_SHARE * best + (WHOLE - BEST_SHARE) * coverage) / WHOLE);
}
