import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import { judgePair } from "./pair";
import type { StudentEdges } from "./plan-edges";
import type { Plan, PlanInput } from "./plan-types";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";
import { tieKey } from "./tie-key";

/** Pairs of each student that are judged alone again; drawn by the seed, so that a run can be repeated. */
const DRAWN = 4;

/**
 * Rows come from the fast scorer. This judges pairs one by one the slow way, all that are proposed and some drawn ones of
 * everybody, and names those of which the rows say something else.
 */
export function verifyScores(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): PairIds[] {
  const { placements, context, seed, forbids = [], locks = [], approved = [] } = input;
  const closed = new Set([...forbids, ...locks, ...approved].map(keyOf));
  const placementOf = new Map(placements.map((placement) => [placement.listingId, placement]));
  const proposed = new Map<string, PlacementEvidence[]>();
  for (const { studentId, listingId, origin } of plan.assignments) {
    const placement = placementOf.get(listingId);
    if (placement && origin === "proposed") proposed.set(studentId, [...(proposed.get(studentId) ?? []), placement]);
  }
  return [...rows.values()].flatMap(({ student, edges }) => {
    const drawn = Array.from({ length: placements.length === 0 ? 0 : DRAWN }, (_, turn) =>
      placements.at(tieKey(seed, `${student.id} ${turn}`) % placements.length),
    );
    const looked = [...new Set([...(proposed.get(student.id) ?? []), ...drawn])].flatMap(
      (placement) => placement ?? [],
    );
    const hasMost = suggestionsLeft(input, student) <= 0;
    return looked.flatMap((placement) => {
      const pair = { studentId: student.id, listingId: placement.listingId };
      const isClosed = closed.has(keyOf(pair)) || (hasMost && isSuggestion(student, pair.listingId));
      const edge = edges.find(({ listingId }) => listingId === pair.listingId);
      return isSame(edge, isClosed ? null : scoresOf(student, placement, context)) ? [] : pair;
    });
  });
}

type Scores = Pick<StudentEdges["edges"][number], "forStudent" | "forPlacement">;

function scoresOf(
  student: StudentEvidence,
  placement: PlacementEvidence,
  context: PlanInput["context"],
): Scores | null {
  return judgePair(student, placement, context).score;
}

function isSame(edge: Scores | undefined, score: Scores | null): boolean {
  if (!edge || !score) return !edge && !score;
  return edge.forStudent === score.forStudent && edge.forPlacement === score.forPlacement;
}

function keyOf({ studentId, listingId }: PairIds): string {
  return `${studentId} ${listingId}`;
}
