import type { PairIds } from "~/domain/matching/evidence";
import { matchPair } from "~/domain/matching/pair";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { isOneTooMany, ownListOf } from "./matching-cases";

/** Pairs of which both sides are strictly better off together, each pair judged anew: the definition, word for word. */
export function enviousIn(plan: Plan, input: PlanInput): string[] {
  const stays = new Set([...(input.locks ?? []), ...(input.approved ?? [])].map(({ studentId }) => studentId));
  const scoreOf = (studentId: string, listingId: string) => {
    const student = input.students.find(({ id }) => id === studentId);
    const placement = input.placements.find((one) => one.listingId === listingId);
    const isForbidden = (input.forbids ?? []).some((pair) => keyOf(pair) === keyOf({ studentId, listingId }));
    if (!student || !placement || isForbidden || isOneTooMany(input, { studentId, listingId })) return null;
    return matchPair(student, placement, input.context).score;
  };
  /** Larger is dearer: the student's own list in its order, then by score. */
  const wish = (studentId: string, listingId: string): number => {
    const student = input.students.find(({ id }) => id === studentId);
    const score = scoreOf(studentId, listingId)?.forStudent ?? 0;
    const place = student ? ownListOf(student).indexOf(listingId) : -1;
    return place < 0 ? score : 1e5 * (9 - place) + score;
  };
  return input.students
    .filter(({ id }) => !stays.has(id) && !(input.optedOutStudentIds ?? []).includes(id))
    .flatMap(({ id }) =>
      input.placements
        .filter((placement) => {
          const { listingId } = placement;
          const score = scoreOf(id, listingId);
          const own = plan.assignments.find(({ studentId }) => studentId === id)?.listingId;
          if (!score || own === listingId) return false;
          if (own !== undefined && wish(id, listingId) <= wish(id, own)) return false;
          const held = plan.assignments.filter((pair) => pair.listingId === listingId && pair.origin !== "approved");
          const isFree = held.length < Math.min(placement.openSeats, placement.openPursuitPlaces);
          const isWeaker = (pair: PairIds) =>
            (scoreOf(pair.studentId, listingId)?.forPlacement ?? 0) < score.forPlacement;
          return isFree || held.some((pair) => !stays.has(pair.studentId) && isWeaker(pair));
        })
        .map(({ listingId }) => `${id} ${listingId}`),
    );
}

function keyOf({ studentId, listingId }: PairIds): string {
  return `${studentId} ${listingId}`;
}
