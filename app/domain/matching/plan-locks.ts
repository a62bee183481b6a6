import { done, type Outcome, refused } from "../outcome";
import type { PairIds } from "./evidence";
import { matchPair } from "./pair";
import { capacityOf, mostEach } from "./plan-edges";
import type { Lock, PlanInput, PlanRefusal } from "./plan-types";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";

/**
 * Whether all locks can be kept: known ids, no more places for a student than the plan gives and none twice, those of
 * approved pairs among them, no more suggestions than they may still get, not forbidden, within the open seats, eligible or overridden with actor and reason. Approved
 * pairs need known ids alone: however many they are, they stay. Returns the locks; `detail` of a refusal names the pair.
 */
export function checkLocks(input: PlanInput): Outcome<readonly Lock[], PlanRefusal> {
  const locks = input.locks ?? [];
  const students = new Map(input.students.map((student) => [student.id, student]));
  const placements = new Map(input.placements.map((placement) => [placement.listingId, placement]));
  const taken = new Map<string, number>();
  const placed = new Map<string, Set<string>>();
  const approved = input.approved ?? [];
  for (const pair of [...approved, ...locks]) {
    if (!students.has(pair.studentId) || !placements.has(pair.listingId)) return refused("unknown_pair", ids(pair));
  }
  const ownOf = ({ studentId }: PairIds) => placed.get(studentId) ?? new Set<string>();
  for (const pair of approved) placed.set(pair.studentId, ownOf(pair).add(pair.listingId));
  for (const lock of locks) {
    const own = ownOf(lock);
    if (own.has(lock.listingId) || own.size >= mostEach(input)) return refused("student_locked_twice", ids(lock));
    placed.set(lock.studentId, own.add(lock.listingId));
    const student = students.get(lock.studentId);
    if (student && isSuggestion(student, lock.listingId) && suggestionsLeft(input, student) < 0)
      return refused("student_has_most_live", ids(lock));
  }
  for (const lock of locks) {
    const student = students.get(lock.studentId);
    const placement = placements.get(lock.listingId);
    if (!student || !placement) continue;
    if ((input.forbids ?? []).some((forbid) => isSamePair(forbid, lock)))
      return refused("locked_and_forbidden", ids(lock));
    const count = (taken.get(lock.listingId) ?? 0) + 1;
    taken.set(lock.listingId, count);
    const seats = capacityOf(placement, input.mode);
    if (count > seats) return refused("lock_over_capacity", { ...ids(lock), seats, locks: count });
    if (!isOverridden(lock) && !matchPair(student, placement, input.context).eligible)
      return refused("lock_not_eligible", ids(lock));
  }
  return done(locks);
}

/** Whether somebody answers for a lock whose pair the rules exclude: a person is named, and their reason says something. */
export function isOverridden({ override }: Lock): boolean {
  return Boolean(override?.actorId && override.reason.trim());
}

export function isSamePair(a: PairIds, b: PairIds): boolean {
  return a.studentId === b.studentId && a.listingId === b.listingId;
}

function ids({ studentId, listingId }: PairIds): { studentId: string; listingId: string } {
  return { studentId, listingId };
}
