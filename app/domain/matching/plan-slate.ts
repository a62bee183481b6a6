import { type AssignmentGraph, listed, scaleFor, toGraph } from "./assign";
import { crowdsOf } from "./crowds";
import { fixedRounds } from "./fixed-rounds";
import { ceilingOf, isKeptIn, mostEach, type StudentEdges } from "./plan-edges";
import type { PlanGraph } from "./plan-graph";
import { certificateOf, crowdedOut } from "./plan-proof";
import type { PlanInput, PlannedPair, SolvedPlan } from "./plan-types";
import { slateOf } from "./solver/slate";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";

/**
 * Several placements for each student within the pursuit places, in rounds of balanced plans, each with its proof.
 * Whoever has some by locks or approvals sits out a round for each. Once a student has as many suggestions as they may still
 * get, later rounds have only what they asked for. Only a student with none at all is left out, and why is
 * what the first round says.
 */
export function solveSlate(
  plan: PlanGraph,
  { input, staying }: { input: PlanInput; staying: readonly PlannedPair[] },
): SolvedPlan {
  const { rows, listingIds } = plan;
  const scale = scaleFor(plan.edgesOf);
  const turns = Array.from({ length: Math.max(1, mostEach(input)) }, (_, at) => at + 1);
  const waiting = new Set(fixedRounds(input).map(({ studentId, round }) => `${studentId} ${round}`));
  const rounds = slateOf(
    turns.map((round) => toGraph(graphIn(plan, round), scale)),
    {
      places: Int32Array.from(plan.seats),
      isWaiting: (at, round) => waiting.has(`${rows[at]?.student.id} ${round + 1}`),
      ceilings: turns.map((turn) => ceilingOf(staying.filter(({ round }) => round === turn))),
      limited: {
        left: Int32Array.from(rows, ({ student }) =>
          Math.max(0, Math.min(turns.length, suggestionsLeft(input, student))),
        ),
        isOne: (at, place) => isSuggestion((rows[at] as StudentEdges).student, listingIds[place] as string),
      },
    },
  );
  const pairs: SolvedPlan["pairs"] = [];
  const placed = new Set(staying.map(({ studentId }) => studentId));
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

/** In each round other pairs count as kept. */
function graphIn(plan: PlanGraph, round: number): AssignmentGraph {
  const edgesOf = plan.rows.map(({ edges }, at) =>
    (plan.edgesOf[at] ?? []).map((edge, nth) => {
      const own = edges[nth];
      return { ...edge, kept: own !== undefined && isKeptIn(own, round) };
    }),
  );
  return { ...plan, edgesOf };
}
