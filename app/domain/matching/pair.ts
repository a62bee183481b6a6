import type { MatchContext } from "./context";
import { type Eligibility, eligibilityOf, factsOf, type PairFacts } from "./eligibility";
import type { PlacementEvidence, StudentEvidence } from "./evidence";
import { type Explanation, explain } from "./explain";
import { type PairScore, scoreOf } from "./score";
import { sharesOf } from "./shares";

/** A student, a placement and its lead mentor, judged. An ineligible pair has no score and no explanation. */
export type Match = EligibleMatch | BlockedMatch;

interface Judged {
  studentId: string;
  listingId: string;
  placementId: string;
  mentorId: string | null;
  eligibility: Eligibility;
}

export interface EligibleMatch extends Judged {
  eligible: true;
  score: PairScore;
  explanation: Explanation;
}

export interface BlockedMatch extends Judged {
  eligible: false;
  score: null;
  explanation: null;
}

/** Judges one pair. The result depends on the pair and the context alone, on no other student or placement. */
export function matchPair(student: StudentEvidence, placement: PlacementEvidence, context: MatchContext): Match {
  return explained(judgePair(student, placement, context));
}

/** A pair judged and scored, with the evidence it was judged by; lists sort these and explain only what they show. */
export interface JudgedPair {
  student: StudentEvidence;
  placement: PlacementEvidence;
  context: MatchContext;
  facts: PairFacts;
  eligibility: Eligibility;
  /** Null for an ineligible pair. */
  score: PairScore | null;
}

export function judgePair(student: StudentEvidence, placement: PlacementEvidence, context: MatchContext): JudgedPair {
  const facts = factsOf(student, placement, context);
  const eligibility = eligibilityOf(student, placement, facts);
  const score = eligibility.eligible
    ? scoreOf(sharesOf(student, placement, { facts, context }), context.weights)
    : null;
  return { student, placement, context, facts, eligibility, score };
}

export function explained({ student, placement, context, facts, eligibility, score }: JudgedPair): Match {
  const judged: Judged = {
    studentId: student.id,
    listingId: placement.listingId,
    placementId: placement.placementId,
    mentorId: placement.leadMentor?.id ?? null,
    eligibility,
  };
  if (!score) return { ...judged, eligible: false, score: null, explanation: null };
  const explanation = explain({ student, placement, facts, score, context });
  return { ...judged, eligible: true, score, explanation };
}
