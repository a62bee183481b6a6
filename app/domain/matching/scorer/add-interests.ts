import { NEUTRAL, NEUTRAL_INTERESTS, shareOfNearest } from "../shares";
import { WHOLE } from "../weights";
import { answeredBy, blended, quotient } from "./answered-by";
import type { Like, Likes } from "./likes";
import type { PlacementColumns } from "./placement-columns";
import { BLOCK, type Row } from "./row";
import type { InterestColumn, TagColumns } from "./tag-columns";
import { NO_TAG, SLOTS, type TagRows } from "./tag-rows";

/** Adds what interests, goals and dislikes count to the sums of a row, and rounds both directions. */
export function addInterests(columns: PlacementColumns, row: Row, likes: Likes): void {
  for (let from = 0; from < row.count; from += BLOCK) {
    const block: Block = { from, to: Math.min(row.count, from + BLOCK) };
    answerLikes(row, likes.liked, block);
    nearGoals(row, likes.goals, block);
    if (likes.isDisliking) withoutDisliked(columns.tags, row, { ...block, likes });
    closeBlock(columns, row, { ...block, likes });
  }
}

interface Block {
  from: number;
  to: number;
}

function answerLikes(row: Row, liked: readonly Like[], block: Block): void {
  row.best.fill(0);
  row.covered.fill(0);
  for (let at = 0; at < liked.length; at += 2) {
    const one = liked[at] as Like;
    answerTwo(row, block, { one, other: liked[at + 1] ?? noLike(one) });
  }
}

/** Two likes in one pass over the row, since the pass costs as much as a like. */
function answerTwo(
  { place, best, covered }: Row,
  { from, to }: Block,
  { one, other }: { one: Like; other: Like },
): void {
  const { answer: answerOne } = one.column;
  const { answer: answerOther } = other.column;
  const { best: bestOne, weight: weightOne } = one;
  const { best: bestOther, weight: weightOther } = other;
  for (let at = from; at < to; at += 1) {
    const p = place[at] as number;
    const a = answerOne[p] as number;
    const b = answerOther[p] as number;
    const here = at - from;
    best[here] = Math.max(best[here] as number, Math.max(bestOne * a, bestOther * b));
    covered[here] = (covered[here] as number) + weightOne * a + weightOther * b;
  }
}

/** Stands for the second of an odd number. */
function noLike({ column }: Like): Like {
  return { column, best: 0, weight: 0 };
}

function nearGoals({ place, nearest }: Row, goals: readonly InterestColumn[], { from, to }: Block): void {
  nearest.fill(0);
  for (const { nearest: similar } of goals)
    for (let at = from; at < to; at += 1)
      nearest[at - from] = Math.max(nearest[at - from] as number, similar[place[at] as number] as number);
}

/** Disliked tags answer nothing: placements that carry one are answered tag by tag, without them. */
function withoutDisliked({ ofPlacement }: TagColumns, row: Row, { from, to, likes }: Block & { likes: Likes }): void {
  const { place, best, covered, nearest } = row;
  const { tainted, disliked } = likes.tags;
  for (let at = from; at < to; at += 1) {
    const p = place[at] as number;
    if (tainted[p] === 0) continue;
    let most = 0;
    let sum = 0;
    for (const { column, best: worth, weight } of likes.liked) {
      const similarity = mostOf(column.counted, ofPlacement, { p, disliked });
      most = Math.max(most, worth * similarity);
      sum += weight * similarity;
    }
    best[at - from] = most;
    covered[at - from] = sum;
    nearest[at - from] = nearestOf(likes.goals, ofPlacement, { p, disliked });
  }
}

function nearestOf(
  goals: readonly InterestColumn[],
  rows: TagRows,
  given: { p: number; disliked: Int32Array },
): number {
  return goals.reduce((nearest, { similar }) => Math.max(nearest, mostOf(similar, rows, given)), 0);
}

function mostOf(
  byTag: Int32Array,
  { start, tag }: TagRows,
  { p, disliked }: { p: number; disliked: Int32Array },
): number {
  let most = 0;
  const stop = start[p + 1] as number;
  for (let at = start[p] as number; at < stop; at += 1) {
    const t = tag[at] as number;
    if (disliked[t] === 0) most = Math.max(most, byTag[t] as number);
  }
  return most;
}

/** The parts that need all of a placement's tags, then the sums in whole points. */
function closeBlock(
  { tags, context }: PlacementColumns,
  row: Row,
  { from, to, likes }: Block & { likes: Likes },
): void {
  const { place, best, covered, nearest, forStudent, forPlacement } = row;
  const { student: own, placement: theirs, dislikes } = context.weights;
  const { ofPlacement, ofMentor } = tags;
  const { tainted } = likes.tags;
  const { isDisliking } = likes;
  const byWeight = likes.weight === 0 ? 0 : 1 / likes.weight;
  const isSilent = likes.liked.length === 0;
  const hasGoals = likes.goals.length > 0;
  for (let at = from; at < to; at += 1) {
    const p = place[at] as number;
    const wanted = isSilent ? NEUTRAL_INTERESTS : answeredBy(likes.tags, ofPlacement, p);
    const mentor = isSilent ? NEUTRAL_INTERESTS : answeredBy(likes.tags, ofMentor, p);
    const isKnown = !isSilent && ofPlacement.slot[SLOTS * p] !== NO_TAG;
    const fit = isKnown ? fitOf(best[at - from] as number, covered[at - from] as number, byWeight) : NEUTRAL_INTERESTS;
    const goals = hasGoals ? shareOfNearest(nearest[at - from] as number) : NEUTRAL;
    const liked = rounded((forStudent[at] as number) + own.interests * fit + own.goals * goals);
    forStudent[at] = isDisliking ? liked - Math.min(liked, penaltyOf(tainted[p] as number, dislikes)) : liked;
    forPlacement[at] = rounded((forPlacement[at] as number) + theirs.wanted * wanted + theirs.mentor * mentor);
  }
}

function fitOf(best: number, covered: number, byWeight: number): number {
  return blended((best / WHOLE) | 0, quotient(covered, byWeight));
}

function penaltyOf(tainted: number, dislikes: number): number {
  return rounded(dislikes * Math.min(WHOLE, tainted));
}

/** As `Math.round(sum / WHOLE)`: sums are whole and not negative. */
function rounded(sum: number): number {
  return ((sum + WHOLE / 2) / WHOLE) | 0;
}
