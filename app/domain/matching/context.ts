import { DEFAULT_SETTINGS } from "../settings";
import type { PlacementEvidence } from "./evidence";
import { type IdfSnapshot, idfOf } from "./idf";
import type { TravelTable } from "./travel";
import { DEFAULT_WEIGHTS, type MatchWeights } from "./weights";

/** What all pairs of one run are judged by. Plain data: stored with the run, it repeats every score. */
export interface MatchContext {
  weights: MatchWeights;
  idf: IdfSnapshot;
  /** Minutes one way for students whose family set no limit. */
  travelLimitMinutes: number;
  /** What the school knows about ways; distances where it has no line. */
  travelTable?: TravelTable;
}

/** The context of a run over these placements, with the default weights and limit where none are given. */
export function matchContext(given: {
  placements: readonly PlacementEvidence[];
  weights?: MatchWeights;
  travelLimitMinutes?: number;
  travelTable?: TravelTable;
}): MatchContext {
  return {
    weights: given.weights ?? DEFAULT_WEIGHTS,
    idf: idfOf(given.placements),
    travelLimitMinutes: given.travelLimitMinutes ?? DEFAULT_SETTINGS.travelLimitMinutes,
    ...(given.travelTable && { travelTable: given.travelTable }),
  };
}
