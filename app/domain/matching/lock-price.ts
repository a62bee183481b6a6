import type { PairIds } from "./evidence";
import type { Lock } from "./plan-types";
import type { WarmPlan } from "./warm-plan";
import { type Move, type WhatIf, whatIf } from "./what-if";

/** What it would take to have another plan about one student: the exact difference, and who would go where. */
export interface Price {
  cost: WhatIf["difference"];
  /** Beginning with the student: each takes the place of the next, who leaves it. */
  chain: Move[];
  /** Everybody else who would move: into places that become free. */
  others: Move[];
}

/** What a lock that nobody has made would change; null where no plan could keep it. */
export function priceOfLocking(plan: WarmPlan, lock: Lock): Price | null {
  const asked = whatIf(plan, [{ kind: "lock", ...lock }]);
  return asked.ok ? priceOf(asked.value, lock.studentId) : null;
}

/** What the plan would be without a lock of it; null where the pair is not locked. */
export function priceOfReleasing(plan: WarmPlan, { studentId, listingId }: PairIds): Price | null {
  const isLocked = (plan.input.locks ?? []).some((one) => one.studentId === studentId && one.listingId === listingId);
  const asked = isLocked ? whatIf(plan, [{ kind: "unlock", studentId, listingId }]) : null;
  return asked?.ok ? priceOf(asked.value, studentId) : null;
}

/** What a plan would be without one of its locks. */
export type LockPrice = PairIds & Price;

/** The price of each lock that a plan keeps. */
export function lockPrices(plan: WarmPlan): LockPrice[] {
  return (plan.input.locks ?? []).map(({ studentId, listingId }) => {
    const price = priceOfReleasing(plan, { studentId, listingId });
    if (!price) throw new Error("A lock of the plan could not be taken away.");
    return { studentId, listingId, ...price };
  });
}

function priceOf({ difference, moves }: WhatIf, studentId: string): Price {
  const left = new Set(moves);
  const chain: Move[] = [];
  for (let move = moves.find((one) => one.studentId === studentId); move; ) {
    chain.push(move);
    left.delete(move);
    const { to } = move;
    move = to === null ? undefined : [...left].find((one) => one.from === to);
  }
  return { cost: difference, chain, others: [...left] };
}
