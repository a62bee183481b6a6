import { listed, scaleFor, toGraph } from "./assign";
import { crowdsOf } from "./crowds";
import { fixedCounts, mostEach } from "./plan-edges";
import type { PlanGraph } from "./plan-graph";
import { certificateOf, crowdedOut } from "./plan-proof";
import type { PlanInput, SolvedPlan } from "./plan-types";
import { slateOf } from "./solver/slate";

/**
 * Several placements for each student within the pursuit places, in rounds of balanced plans, each with its proof.
 * Whoever has some by locks or approvals waits as many rounds. Only a student with none at all is left out, and why is what
 * the first round says.
 */
export function solveSlate(plan: PlanGraph, input: PlanInput): SolvedPlan {
  const { rows, listingIds } = plan;
  const scale = scaleFor(plan.edgesOf);
  const fixed = fixedCounts(input);
  const rounds = slateOf(toGraph(plan, scale), {
    perStudent: mostEach(input),
    places: Int32Array.from(plan.seats),
    waits: Int32Array.from(rows, ({ student }) => fixed.get(student.id) ?? 0),
  });
  const pairs: SolvedPlan["pairs"] = [];
  const placed = new Set(fixed.keys());
  rounds.forEach(({ places }, round) => {
    places.forEach((place, at) => {
      const listingId = listingIds[place];
      const studentId = rows[at]?.student.id;
      if (listingId === undefined || studentId === undefined) return;
      pairs.push({ studentId, listingId, round: round + 1 });
      placed.add(studentId);
    });
  });
  const first = rounds[0];
  const crowds = first ? crowdsOf(first.part, first.standing.holding) : new Map();
  const unmatched = rows.flatMap((row, at) =>
    placed.has(row.student.id) ? [] : crowdedOut(row, { crowd: crowds.get(at), listingIds }),
  );
  const proofs = rounds.map(({ floor, standing }) =>
    certificateOf({ floor, prices: listed(standing.prices, scale) }, { rows, listingIds }),
  );
  return { pairs, unmatched, certificate: null, rounds: proofs };
}
