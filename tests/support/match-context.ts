import type { MatchContext } from "~/domain/matching/context";
import type { PlacementEvidence } from "~/domain/matching/evidence";
import { idfOfCounts } from "~/domain/matching/idf";
import type { TravelTable } from "~/domain/matching/travel";
import { DEFAULT_WEIGHTS, type MatchWeights } from "~/domain/matching/weights";
import { DEFAULT_SETTINGS } from "~/domain/settings";

/** The context of a run over these placements, with the default weights and limit where none are given. */
export function matchContext(given: {
  placements: readonly PlacementEvidence[];
  weights?: MatchWeights;
  travelLimitMinutes?: number;
  travelTable?: TravelTable;
  ownChoiceFirst?: boolean;
  listInOrder?: boolean;
  longestWay?: boolean;
}): MatchContext {
  const { placements } = given;
  const carrying = new Map<string, number>();
  for (const { interests } of placements)
    for (const id of new Set(interests)) carrying.set(id, (carrying.get(id) ?? 0) + 1);
  return {
    weights: given.weights ?? DEFAULT_WEIGHTS,
    idf: idfOfCounts({ placements: placements.length, carrying }),
    travelLimitMinutes: given.travelLimitMinutes ?? DEFAULT_SETTINGS.travelLimitMinutes,
    ...(given.travelTable && { travelTable: given.travelTable }),
    ownChoiceFirst: given.ownChoiceFirst ?? true,
    listInOrder: given.listInOrder ?? true,
    longestWay: given.longestWay ?? true,
  };
}
