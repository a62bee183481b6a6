import type { IdfSnapshot } from "./idf";
import type { TravelTable } from "./travel";
import type { MatchWeights } from "./weights";

/** What all pairs of one run are judged by. Plain data: stored with the run, it repeats every score. */
export interface MatchContext {
  weights: MatchWeights;
  idf: IdfSnapshot;
  /** Minutes one way for students whose family set no limit. */
  travelLimitMinutes: number;
  /** What the school knows about ways; distances where it has no line. */
  travelTable?: TravelTable;
  /** Whether a plan gives what a student saved or asked for before anything else; absent in inputs from before. */
  ownChoiceFirst?: boolean;
  /** Whether a student's list counts place by place, what they asked for before what they saved; absent in inputs from before. */
  listInOrder?: boolean;
  /** Whether a way is as long as on the day it is longest; that of the earliest beginning in inputs from before. */
  longestWay?: boolean;
}
