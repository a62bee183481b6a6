import { type Safeguard, safeguardOf } from "./eligibility";
import type { PairIds } from "./evidence";
import { capacityOf, mostEach } from "./plan-edges";
import { checkLocks, isSamePair } from "./plan-locks";
import type { Lock, PlanInput, PlanRefusal } from "./plan-types";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";

/** A lock that no plan can keep now, and why. */
export interface RestingLock extends PairIds {
  reason: PlanRefusal | Safeguard | "in_view" | "not_looking";
}

/** Students who get nothing from a plan: with places in view, and those who look for none. */
interface OutOfPlan {
  inView?: ReadonlySet<string>;
  notLooking?: ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Parts the locks of a school into those a plan can keep and those that rest, as when the student has left, has a place in
 * view, or the listing has fewer seats than before; locks come first that were made first. A plan refuses what cannot be
 * kept, and one lock that went stale must not stop everybody's plan. `inView` have places in view and get none from the plan,
 * `notLooking` look for none. A lock to a suspended mentor, or to a relative before a coordinator decided, rests whatever its
 * reason says; plans that were made before this was so keep theirs.
 */
export function locksThatHold(
  input: PlanInput,
  { inView = NOBODY, notLooking = NOBODY }: OutOfPlan = {},
): { held: Lock[]; resting: RestingLock[] } {
  const students = new Map(input.students.map((student) => [student.id, student]));
  const placements = new Map(input.placements.map((placement) => [placement.listingId, placement]));
  const taken = new Map<string, number>();
  const held: Lock[] = [];
  const resting: RestingLock[] = [];
  for (const lock of input.locks ?? []) {
    const student = students.get(lock.studentId);
    const placement = placements.get(lock.listingId);
    const count = taken.get(lock.listingId) ?? 0;
    const own = ({ studentId }: PairIds) => studentId === lock.studentId;
    const approved = (input.approved ?? []).filter(own);
    const alone = checkLocks({
      ...input,
      students: student ? [student] : [],
      placements: placement ? [placement] : [],
      approved: [],
      forbids: (input.forbids ?? []).filter((forbid) => isSamePair(forbid, lock)),
      locks: [lock],
    });
    const reason = reasonToRest();
    if (reason) resting.push({ studentId: lock.studentId, listingId: lock.listingId, reason });
    else {
      held.push(lock);
      taken.set(lock.listingId, count + 1);
    }

    function reasonToRest(): RestingLock["reason"] | null {
      if (inView.has(lock.studentId) || approved.some((pair) => isSamePair(pair, lock))) return "in_view";
      if (notLooking.has(lock.studentId)) return "not_looking";
      const safeguard = student && placement ? safeguardOf(student, placement) : null;
      if (safeguard) return safeguard;
      if (!alone.ok) return alone.reason;
      const twin = held.some((pair) => isSamePair(pair, lock));
      const room = mostEach(input) - approved.length - held.filter(own).length;
      if (twin || room <= 0) return "student_locked_twice";
      if (student && isSuggestion(student, lock.listingId) && suggestionsLeft({ ...input, locks: held }, student) <= 0)
        return "student_has_most_live";
      return placement && count >= capacityOf(placement, input.mode) ? "lock_over_capacity" : null;
    }
  }
  return { held, resting };
}

/**
 * Why plans of an input, whose locks hold, could not keep one more lock, made after them; null when they could. What is said
 * of the pair now, lock or forbid, the new lock takes the place of.
 */
export function faultOfLock(input: PlanInput, lock: Lock, out: OutOfPlan): RestingLock["reason"] | null {
  const others = <Pair extends PairIds>(pairs: readonly Pair[] = []) => pairs.filter((pair) => !isSamePair(pair, lock));
  const locks = [...others(input.locks), lock];
  const { resting } = locksThatHold({ ...input, locks, forbids: others(input.forbids) }, out);
  return resting.find((one) => isSamePair(one, lock))?.reason ?? null;
}
