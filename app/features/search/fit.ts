import type { MatchContext } from "~/domain/matching/context";
import { factsOf } from "~/domain/matching/eligibility";
import type { PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { type CautionCode, explain, type FitWord, type ReasonCode, type Saying } from "~/domain/matching/explain";
import { type BlockerCode, findingsForStudent, type NoteCode } from "~/domain/matching/findings";
import { matchPair } from "~/domain/matching/pair";
import { scoreOf } from "~/domain/matching/score";
import { sharesOf } from "~/domain/matching/shares";

/** Why a placement fits a student, in the engine's codes; the page turns them into sentences. */
export interface Fit {
  /** Null where something stands in the way: such a pair has no score. */
  word: FitWord | null;
  reasons: Saying<ReasonCode>[];
  caution: Saying<CautionCode> | null;
  blockers: Saying<BlockerCode | "not_available">[];
  unknown: Saying<NoteCode | "not_available">[];
}

interface Asked {
  student: StudentEvidence;
  placement: PlacementEvidence;
  context: MatchContext;
}

/** Judges one pair as the student may read it. What stands in the way never hides a placement, it is said. */
export function fitFor({ student, placement, context }: Asked): Fit {
  const { eligibility } = matchPair(student, placement, context);
  const facts = factsOf(student, placement, context);
  const score = scoreOf(sharesOf(student, placement, { facts, context }), context.weights);
  const said = explain({ student, placement, facts, score, context });
  return {
    word: eligibility.eligible ? said.word : null,
    // What the student saved or asked for is no news to them.
    reasons: said.reasons.filter(({ code }) => code !== "student_asked" && code !== "student_starred"),
    caution: said.caution,
    blockers: findingsForStudent(eligibility.blockers),
    unknown: findingsForStudent(eligibility.notes).filter(({ code }) => code !== "not_available"),
  };
}
