import { BEST_SHARE } from "../interest-fit";
import { NEUTRAL_INTERESTS } from "../shares";
import { WHOLE } from "../weights";
import type { TagAnswers } from "./likes";
import { MANY_TAGS, NO_TAG, SLOTS, type TagRows, tagsOf } from "./tag-rows";

/** How well likes answer the tags of a placement or mentor, as `wantedFit`; neutral where there are none. */
export function answeredBy({ answer, weighted }: TagAnswers, rows: TagRows, p: number): number {
  const { slot } = rows;
  const first = SLOTS * p;
  const a = slot[first] as number;
  if (a <= NO_TAG) return a === MANY_TAGS ? answeredByMany({ answer, weighted }, rows, p) : NEUTRAL_INTERESTS;
  const b = slot[first + 1] as number;
  const c = slot[first + 2] as number;
  const d = slot[first + 3] as number;
  const best = Math.max(
    Math.max(answer[a] as number, answer[b] as number),
    Math.max(answer[c] as number, answer[d] as number),
  );
  const covered = (weighted[a] as number) + (weighted[b] as number) + (weighted[c] as number) + (weighted[d] as number);
  return blended(best, quotient(covered, rows.byWeight[p] as number));
}

function answeredByMany(
  { answer, weighted }: Pick<TagAnswers, "answer" | "weighted">,
  rows: TagRows,
  p: number,
): number {
  let best = 0;
  let covered = 0;
  for (const tag of tagsOf(rows, p)) {
    best = Math.max(best, answer[tag] as number);
    covered += weighted[tag] as number;
  }
  return blended(best, quotient(covered, rows.byWeight[p] as number));
}

/**
 * `Math.floor(sum / weight)`, by one over the weight. Both are whole numbers and the weight is far under 10^8, so a
 * quotient that is not whole is farther from the next whole number than this much.
 */
const UNDER_ONE_BY_WEIGHT = 1e-9;

export function quotient(sum: number, byWeight: number): number {
  return (sum * byWeight + UNDER_ONE_BY_WEIGHT) | 0;
}

/** As `blend`, in integers. */
export function blended(best: number, coverage: number): number {
  return ((BEST_SHARE * best + (WHOLE - BEST_SHARE) * coverage) / WHOLE) | 0;
}
