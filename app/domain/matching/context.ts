import { DEFAULT_SETTINGS } from "../settings";
import type { PlacementEvidence } from "./evidence";
import { type IdfSnapshot, idfOf } from "./idf";
import { DEFAULT_WEIGHTS, type MatchWeights } from "./weights";

/** What all pairs of one run are judged by. Plain data: stored with the run, it repeats every score. */
export interface MatchContext {
  weights: MatchWeights;
  idf: IdfSnapshot;
  /** Minutes one way for students whose family set no limit. */
  travelLimitMinutes: number;
}

/** The context of a run over these placements, with the default weights and limit where none are given. */
export function matchContext(given: {
  placements: readonly PlacementEvidence[];
  weights?: MatchWeights;
  travelLimitMinutes?: number;
}): MatchContext {
  return {
    weights: given.weights ?? DEFAULT_WEIGHTS,
    idf: idfOf(given.placements),
    travelLimitMinutes: given.travelLimitMinutes ?? DEFAULT_SETTINGS.travelLimitMinutes,
  };
}
