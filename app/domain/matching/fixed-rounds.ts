import type { PairIds } from "./evidence";
import { mostEach } from "./plan-edges";
import type { PlanInput } from "./plan-types";
import { compareIds } from "./rank";

/** A pair that stays in a slate, and the round that its student sits out for it, from 1. */
export interface FixedPair extends PairIds {
  round: number;
}

/**
 * Who sits out which round of a slate for what they have already. Whoever is approved for a placement, or locked to one that
 * the slate before did not give them, waits from the first round on, so that nobody gets a second place at the cost of
 * somebody's first. A lock of a pair of the slate before stays in that pair's own round, so that it moves nobody.
 */
export function fixedRounds(input: PlanInput): FixedPair[] {
  const { approved = [], locks = [], previous = [] } = input;
  const most = mostEach(input);
  const roundBefore = new Map(previous.map((pair) => [keyOf(pair), pair.round ?? 0]));
  const taken = new Map<string, Set<number>>();
  const takenOf = ({ studentId }: PairIds) => taken.get(studentId) ?? new Set<number>();
  const take = ({ studentId, listingId }: PairIds, round: number): FixedPair => {
    taken.set(studentId, takenOf({ studentId, listingId }).add(round));
    return { studentId, listingId, round };
  };
  const takeFirst = (pair: PairIds) => {
    let round = 1;
    while (takenOf(pair).has(round)) round += 1;
    return take(pair, round);
  };
  const fixed = [...approved].sort(byPair).map(takeFirst);
  const others: PairIds[] = [];
  for (const lock of [...locks].sort(byPair)) {
    const round = roundBefore.get(keyOf(lock)) ?? 0;
    if (round < 1 || round > most || takenOf(lock).has(round)) others.push(lock);
    else fixed.push(take(lock, round));
  }
  return [...fixed, ...others.map(takeFirst)];
}

function keyOf({ studentId, listingId }: PairIds): string {
  return `${studentId} ${listingId}`;
}

function byPair(a: PairIds, b: PairIds): number {
  return compareIds(a.studentId, b.studentId) || compareIds(a.listingId, b.listingId);
}
