import type { MatchContext } from "./context";
import { type Eligibility, eligibilityOf, factsOf } from "./eligibility";
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
  const facts = factsOf(student, placement, context);
  const eligibility = eligibilityOf(student, placement, facts);
  const judged: Judged = {
    studentId: student.id,
    listingId: placement.listingId,
    placementId: placement.placementId,
    mentorId: placement.leadMentor?.id ?? null,
    eligibility,
  };
  if (!eligibility.eligible) return { ...judged, eligible: false, score: null, explanation: null };
  const score = scoreOf(sharesOf(student, placement, { facts, context }), context.weights);
  const explanation = explain({ student, placement, facts, score, weights: context.weights });
  return { ...judged, eligible: true, score, explanation };
}
