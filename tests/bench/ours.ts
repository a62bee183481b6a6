import type { MatchContext } from "~/domain/matching/context";
import { capacityOf } from "~/domain/matching/plan-edges";
import { bestOfRow, newBest } from "~/domain/matching/scorer/best-of-row";
import { placementColumnsOf } from "~/domain/matching/scorer/placement-columns";
import { newScorer, scoreRow } from "~/domain/matching/scorer/score-row";
import { bestTotal } from "~/domain/matching/solver/best-total";
import { certificateFaults } from "~/domain/matching/solver/certificate";
import { highestFloor } from "~/domain/matching/solver/floor";
import { graphOf, type MatchGraph, rowEnds } from "~/domain/matching/solver/graph";
import { emptyHolding } from "~/domain/matching/solver/holding";
import { placeMost } from "~/domain/matching/solver/place-most";
import type { Cohort } from "./cohort";

export const CANDIDATES = 50;

/** Scores everybody with everything and keeps the best of each: the graph a large plan is made from. */
export function candidateGraph({ students, placements }: Cohort, context: MatchContext): MatchGraph {
  const scorer = newScorer(placementColumnsOf(placements, context));
  const best = newBest("fit", CANDIDATES);
  const most = students.length * CANDIDATES;
  const edges = { student: new Int32Array(most), place: new Int32Array(most), weight: new Int32Array(most) };
  let count = 0;
  students.forEach((student, s) => {
    const places = bestOfRow(best, scoreRow(scorer, student), scorer.columns);
    places.forEach((p, nth) => {
      edges.student[count] = s;
      edges.place[count] = p;
      edges.weight[count++] = best.measures[nth] as number;
    });
  });
  const seats = Int32Array.from(scorer.columns.placements, (placement) => capacityOf(placement));
  const { student, place, weight } = edges;
  const part = {
    student: student.subarray(0, count),
    place: place.subarray(0, count),
    weight: weight.subarray(0, count),
  };
  return graphOf(part, { students: students.length, seats });
}

export interface Solved {
  placed: number;
  total: number;
}

/** The whole plan: number placed, floor, total, proof. */
export function solve(graph: MatchGraph): Solved {
  const { placed, floor } = highestFloor(graph);
  return bestOf(graph, { placed, floor: floor ?? Number.NEGATIVE_INFINITY });
}

/** Number placed, total, proof: what peers solve, who know no floor. */
export function solveTotal(graph: MatchGraph): Solved {
  const most = emptyHolding(graph);
  placeMost(graph, most, { end: rowEnds(graph, Number.NEGATIVE_INFINITY) });
  return bestOf(graph, { placed: most.placed, floor: Number.NEGATIVE_INFINITY });
}

/** Throws when the proof has a fault: no figure of this bench stands without one. */
function bestOf(graph: MatchGraph, aim: { placed: number; floor: number }): Solved {
  const standing = bestTotal(graph, aim);
  const faults = certificateFaults(standing);
  if (faults.length > 0) throw new Error(`The certificate has faults: ${faults.join(", ")}`);
  const { edgeOf } = standing.holding;
  const total = edgeOf.reduce((sum, edge) => (edge < 0 ? sum : sum + (graph.value[edge] as number)), 0);
  return { placed: standing.holding.placed, total };
}
