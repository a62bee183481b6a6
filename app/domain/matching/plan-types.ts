import type { MatchContext } from "./context";
import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import type { BlockerCode } from "./findings";

export interface PlanInput {
  students: readonly StudentEvidence[];
  placements: readonly PlacementEvidence[];
  context: MatchContext;
  /** Breaks ties between students with the same score and waiting time. */
  seed: number;
  /** Pairs that must stay. One that is not eligible needs an override with actor and reason. */
  locks?: readonly Lock[];
  /** Pairs a coordinator does not want. */
  forbids?: readonly PairIds[];
  /** Pairs approved before: they never move, and their places are no longer among the open ones. */
  approved?: readonly PairIds[];
  /** Students who are not looking now. */
  optedOutStudentIds?: readonly string[];
}

export interface Lock extends PairIds {
  override?: { actorId: string; reason: string };
}

export interface Plan {
  engine: "greedy-1";
  seed: number;
  weightsVersion: number;
  /** By student id. */
  assignments: PlannedPair[];
  /** Every other student, by id, with exactly one reason. */
  unmatched: UnmatchedStudent[];
  audit: PlanAudit;
}

export interface PlannedPair extends PairIds {
  placementId: string;
  mentorId: string | null;
  origin: "proposed" | "locked" | "approved";
  /** Null for a pair that is not eligible and stands by an override or an earlier approval. */
  score: number | null;
  forStudent: number | null;
  forPlacement: number | null;
}

export type UnmatchedReason = "no_eligible_placement" | "crowded_out" | "opted_out" | "blocked_by_lock";

export interface UnmatchedStudent {
  studentId: string;
  reason: UnmatchedReason;
  /** For `no_eligible_placement`: how many placements each constraint rules out; one placement may count in several. */
  failing: Partial<Record<BlockerCode | "forbidden_by_staff", number>>;
  /** For `crowded_out`: these many students compete for these fewer seats, and for nothing else. */
  crowd: { students: number; seats: number } | null;
}

export interface PlanAudit {
  students: number;
  placed: number;
  openSeats: number;
  /** Lowest, middle and summed score of the scored pairs; null without one. */
  floor: number | null;
  median: number | null;
  total: number;
  unmatched: Partial<Record<UnmatchedReason, number>>;
}

export type PlanRefusal =
  | "unknown_pair"
  | "student_locked_twice"
  | "locked_and_forbidden"
  | "lock_over_capacity"
  | "lock_not_eligible";
