import type { StudentEvidence } from "./evidence";
import { ownRanks, planWeight } from "./own-choice";
import type { PlanInput } from "./plan-types";
import { newScorer, scoreRow } from "./scorer/score-row";
import type { RowEdge } from "./solver/rows";
import { worthOf } from "./solver/warm";
import { openWays, type WarmPlan } from "./warm-plan";

/**
 * The rows of some students judged anew by a changed input with the listings of the plan, as the solver counts them and in no
 * order, by their position in the plan. The same pairs, weights and values as rows of wide ways have; nothing is made for a
 * pair but its edge, since a longer way for everybody is all pairs of a school.
 */
export function judgedRows(
  plan: WarmPlan,
  { input, students }: { input: PlanInput; students: readonly StudentEvidence[] },
): Map<number, RowEdge[]> {
  const { columns, warm, studentAt, listingAt, listingOf } = plan;
  const scorer = newScorer({ ...columns, context: input.context });
  const waysOf = openWays(input);
  const placeAt = columns.placements.map(({ listingId }) => listingAt.get(listingId) ?? -1);
  return new Map(
    students.map((student) => {
      const own = listingAt.get(listingOf.get(student.id) ?? "");
      const isOpen = waysOf(student.id);
      const ranks = ownRanks(student, input.context);
      const edges: RowEdge[] = [];
      const { count, place: at, forStudent, forPlacement } = scoreRow(scorer, student);
      for (let nth = 0; isOpen !== null && nth < count; nth += 1) {
        const p = at[nth] as number;
        const place = placeAt[p] as number;
        const listingId = columns.placements[p]?.listingId as string;
        if (place < 0 || !isOpen(listingId)) continue;
        const scores = { forStudent: forStudent[nth] as number, forPlacement: forPlacement[nth] as number };
        const weight = planWeight(scores, ranks.get(listingId) ?? 0);
        edges.push({ place, weight, value: worthOf(warm.worth, { weight, kept: place === own }) });
      }
      return [studentAt.get(student.id) as number, edges];
    }),
  );
}
