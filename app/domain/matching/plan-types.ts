import type { MatchContext } from "./context";
import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import type { BlockerCode } from "./findings";
import type { Mode } from "./mode";

export interface PlanInput {
  students: readonly StudentEvidence[];
  placements: readonly PlacementEvidence[];
  context: MatchContext;
  /** Breaks ties between plans that are equally good. */
  seed: number;
  /** Pairs that must stay. One that is not eligible needs an override with actor and reason. */
  locks?: readonly Lock[];
  /** Pairs a coordinator does not want. */
  forbids?: readonly PairIds[];
  /** Pairs approved before: they never move, and their places are no longer among the open ones. */
  approved?: readonly PairIds[];
  /** Students who are not looking now. */
  optedOutStudentIds?: readonly string[];
  /**
   * The plan before. Among equally good plans the one is chosen that keeps most of its pairs; ids may be gone. A pair of a
   * slate counts as kept in its round alone; one without a round in any.
   */
  previous?: readonly PreviousPair[];
  /** Points that a pair of the plan before counts more in the total; absent or 0 when it only settles ties. Not in stable plans. */
  stickiness?: number;
  /** Absent for balanced. */
  mode?: Mode;
  /** Placements for each student in a slate, those of locks and approvals among them; absent for `SLATE_SIZE`. */
  perStudent?: number;
  /**
   * How many placements that they have not asked for a student may still be given, by student id: what their live pursuits
   * leave of the school's limit. Absent for as many as the plan gives. Those of locks are among them, approved ones are not.
   */
  suggestionsLeft?: Readonly<Record<string, number>>;
  /** Pursuit places that one more seat opens; absent for one. It matters to questions about seats alone. */
  placesPerSeat?: number;
  /** What the input was made of, so that a plan of another kind can be asked for of the same moment. No plan depends on it. */
  standing?: Standing;
}

/** What stands at a school at one moment, whatever kind of plan is asked for. */
export interface Standing {
  /** Students who do not look for a place. */
  notLookingIds: readonly string[];
  /** Live pursuits past the request and approvals that wait; `seated` when a seat is held, too. */
  inView: readonly (PairIds & { seated: boolean })[];
  /** Every lock, also one that a plan cannot keep; those made first come first. */
  locks: readonly Lock[];
  /** How many places a student may go after at once. */
  livePursuitLimit: number;
}

export interface PreviousPair extends PairIds {
  round?: number;
}

export interface Lock extends PairIds {
  override?: { actorId: string; reason: string };
}

/** The mode and the version of what a plan's bytes follow from: other bytes for the same input need another version. */
export const ENGINES = { balanced: "balanced-3", stable: "stable-2", slate: "slate-4" } as const;

export interface Plan {
  engine: (typeof ENGINES)[Mode];
  seed: number;
  weightsVersion: number;
  /** By student id; in a slate several of one student, by listing id. */
  assignments: PlannedPair[];
  /** Every other student, by id, with exactly one reason. */
  unmatched: UnmatchedStudent[];
  /** What no other plan can beat, in this order, when it is balanced. */
  objective: PlanObjective;
  /** Null for stable plans, whose proof is that nobody envies anybody, and for slates, which have one in each round. */
  certificate: PlanCertificate | null;
  audit: PlanAudit;
  /** Of a slate: the proof of each round, over the pairs that are not in an earlier one. */
  rounds?: PlanCertificate[];
}

export interface PlanObjective {
  /** Students with a placement, those of locks and approvals among them. */
  placed: number;
  /** Lowest weight of a pair, and the sum of weights; pairs without a weight do not count. */
  floor: number | null;
  total: number;
}

/**
 * Proves the total of the proposed pairs for their number and floor (Egervary 1931): for every student the plan looks for
 * and every pair open to them of at least `floor` (all pairs when null), `students[s] + listings[l] >= (weight +
 * stickiness * kept) * scale + kept + bonus`, kept being 1 for a pair of the plan before. Equality on proposed pairs; 0 for
 * a student without a place and a listing with a free seat. `scale` is larger than the number of students who could keep one.
 */
export interface PlanCertificate {
  floor: number | null;
  scale: number;
  bonus: number;
  students: Record<string, number>;
  listings: Record<string, number>;
}

export interface PlannedPair extends PairIds {
  placementId: string;
  mentorId: string | null;
  origin: "proposed" | "locked" | "approved";
  /** Null for a pair that is not eligible and stands by an override or an earlier approval. */
  score: number | null;
  forStudent: number | null;
  forPlacement: number | null;
  /** What the plan counts: `planWeight` of the two, the fit and more for what the student chose. */
  weight: number | null;
  /** In a slate, the round that proposed it, or that the student sits out for it: 1 for what a student gets first. */
  round?: number;
}

/** What is free, solved: pairs, who is left and why, and the proof. */
export interface SolvedPlan extends Pick<Plan, "certificate" | "rounds"> {
  pairs: (PairIds & { round?: number })[];
  unmatched: UnmatchedStudent[];
}

/**
 * `has_most_live`: requests and suggestions of the student are as many as the school lets one student have, and but for that
 * there would be a placement. `others_preferred` is of stable plans alone: every open placement is full of students it would
 * rather have.
 */
export type UnmatchedReason =
  | "no_eligible_placement"
  | "has_most_live"
  | "crowded_out"
  | "opted_out"
  | "blocked_by_lock"
  | "others_preferred";

/** What rules out a placement for one student: a rule of the pair, somebody's decision, or the limit of live pursuits. */
export type StandingInTheWay = BlockerCode | "forbidden_by_staff" | "has_most_live";

export interface UnmatchedStudent {
  studentId: string;
  reason: UnmatchedReason;
  /** Of a student without any way: how many placements each constraint rules out; one placement may count in several. */
  failing: Partial<Record<StandingInTheWay, number>>;
  /** For `crowded_out`: so many students may go to these listings and nowhere else, which have one seat fewer. */
  crowd: PlanCrowd | null;
}

export interface PlanCrowd {
  students: number;
  seats: number;
  listingIds: string[];
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
  | "lock_not_eligible"
  /** Requests and suggestions of the student are as many as the school lets one student have. */
  | "student_has_most_live";
