import type { PairIds } from "./evidence";
import type { InputOfKind } from "./input-of-kind";
import type { RestingLock } from "./locks-that-hold";
import { isSamePair } from "./plan-locks";

/** A lock that one of two kinds of plans keeps and the other cannot; the reason is null where it is kept. */
export interface DifferingLock extends PairIds {
  first: RestingLock["reason"] | null;
  second: RestingLock["reason"] | null;
}

/** Locks that rest in one of two questions only, in the order in which the first one's rest, then the second's. */
export function locksThatDiffer(
  first: Pick<InputOfKind, "resting">,
  second: Pick<InputOfKind, "resting">,
): DifferingLock[] {
  const isIn = (lock: PairIds, { resting }: Pick<InputOfKind, "resting">) =>
    resting.some((other) => isSamePair(other, lock));
  return [
    ...first.resting
      .filter((lock) => !isIn(lock, second))
      .map(({ reason, ...pair }) => ({ ...pair, first: reason, second: null })),
    ...second.resting
      .filter((lock) => !isIn(lock, first))
      .map(({ reason, ...pair }) => ({ ...pair, first: null, second: reason })),
  ];
}
