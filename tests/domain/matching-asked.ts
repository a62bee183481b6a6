import fc from "fast-check";
import type { PlanChange } from "~/domain/matching/plan-change";
import type { PlanInput } from "~/domain/matching/plan-types";
import { openWarmPlan, type WarmPlan } from "~/domain/matching/warm-plan";
import { type WhatIf, whatIf } from "~/domain/matching/what-if";
import { anyPlanInput } from "./matching-cases";

type Draw = (below: number) => number;

const anyQuestion = fc
  .tuple(anyPlanInput, fc.constantFrom(0, 0, 200), fc.infiniteStream(fc.nat(999_983)))
  .map(([input, stickiness, numbers]) => ({
    input: { ...input, stickiness },
    draw: (below: number) => (numbers.next().value ?? 0) % Math.max(1, below),
  }));

/** Up to two changes of any kind, about students and listings that exist. */
function anyChanges({ students, placements, locks = [], forbids = [] }: PlanInput, draw: Draw): PlanChange[] {
  const student = () => `s${draw(students.length)}`;
  const listing = () => `l${draw(placements.length)}`;
  return Array.from({ length: 1 + draw(2) }, (): PlanChange => {
    const pair = { studentId: student(), listingId: listing() };
    const [lock, forbid] = [locks[draw(locks.length)], forbids[draw(forbids.length)]];
    switch (draw(9)) {
      case 0:
        return { kind: "forbid", ...pair };
      case 1:
        return { kind: "seats", listingId: pair.listingId, by: draw(4) - 1 };
      case 2:
        return { kind: "travel_limit", minutes: 10 + draw(80), studentId: pair.studentId };
      case 3:
        return { kind: "travel_limit", minutes: 10 + draw(80) };
      case 4:
        return lock
          ? { kind: "unlock", studentId: lock.studentId, listingId: lock.listingId }
          : { kind: "forbid", ...pair };
      case 5:
        return forbid ? { kind: "allow", ...forbid } : { kind: "lock", ...pair };
      case 6:
        return { kind: "travel_more", by: 5 + draw(60), studentId: pair.studentId };
      case 7:
        return { kind: "travel_more", by: 5 + draw(60) };
      default:
        return { kind: "lock", ...pair };
    }
  });
}

/** Runs a law on every plan that can be made and every question that can be asked of it. */
export function onEveryQuestion(
  runs: { numRuns: number },
  law: (asked: { plan: WarmPlan; changes: PlanChange[]; answer: WhatIf }) => void,
): void {
  fc.assert(
    fc.property(anyQuestion, ({ input, draw }) => {
      fc.pre(input.students.length > 0 && input.placements.length > 0);
      const plan = openWarmPlan(input);
      fc.pre(plan.ok);
      if (!plan.ok) return;
      const changes = anyChanges(input, draw);
      const answer = whatIf(plan.value, changes);
      fc.pre(answer.ok);
      if (answer.ok) law({ plan: plan.value, changes, answer: answer.value });
    }),
    runs,
  );
}

export interface Pair {
  studentId: string;
  listingId: string;
}

export const keyOf = ({ studentId, listingId }: Pair) => `${studentId} ${listingId}`;

export function evidenceOf({ studentId, listingId }: Pair, input: PlanInput) {
  const student = input.students.find(({ id }) => id === studentId);
  const placement = input.placements.find((one) => one.listingId === listingId);
  if (!student || !placement) throw new Error("A pair names nobody.");
  return { student, placement };
}
