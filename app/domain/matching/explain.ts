import type { MatchContext } from "./context";
import { hasNoLead, type PairFacts, wayData } from "./eligibility";
import type { PlacementEvidence, StudentEvidence } from "./evidence";
import type { Datum } from "./findings";
import { answerTo, tastesOf } from "./interest-fit";
import { isFirstTime } from "./mentor-years";
import { placeOnList } from "./own-list";
import type { PairScore } from "./score";
import type { MissingDatum } from "./shares";

export type FitWord = "strong" | "good" | "possible";
export type ReasonCode =
  | "student_asked"
  | "student_starred"
  | "shared_interests"
  | "related_interests"
  | "fits_goal"
  | "near"
  | "remote"
  | "days_fit"
  | "shared_language"
  | "already_met"
  | "mentor_shares_interests"
  | "experienced_mentor";
export type CautionCode =
  | "has_disliked"
  | "long_travel"
  | "may_be_far"
  | "some_days"
  | "no_mentor"
  | "first_time_mentor"
  | "interests_unknown"
  | "location_unknown"
  | "days_unknown";

export interface Saying<Code extends string> {
  code: Code;
  data: Datum;
}

/** Words before numbers: how it fits, at most three reasons, at most one caution, what was not known. */
export interface Explanation {
  word: FitWord;
  reasons: Saying<ReasonCode>[];
  caution: Saying<CautionCode> | null;
  missing: MissingDatum[];
}

export const STRONG_FROM = 6500;
export const GOOD_FROM = 4500;
const MOST_REASONS = 3;
const NEAR_SHARE = 0.5;
const LONG_SHARE = 0.8;
const EXPERIENCED_FROM_YEARS = 3;

export interface ExplainedPair {
  student: StudentEvidence;
  placement: PlacementEvidence;
  facts: PairFacts;
  score: PairScore;
  /** What of a run's context the words follow from. */
  context: Pick<MatchContext, "weights" | "listInOrder">;
}

/** Says from the evidence of the score why a pair fits. Interests are ids, languages ISO codes: the reader's page names them. */
export function explain(pair: ExplainedPair): Explanation {
  return {
    word: fitWord(pair.score.score),
    reasons: reasonsOf(pair).slice(0, MOST_REASONS),
    caution: cautionsOf(pair)[0] ?? null,
    missing: pair.score.missing,
  };
}

/** `strong` from 6500, `good` from 4500, else `possible`. */
export function fitWord(score: number): FitWord {
  if (score >= STRONG_FROM) return "strong";
  return score >= GOOD_FROM ? "good" : "possible";
}

/** All reasons that hold, the weightiest for a person first: the student's own wish, then interests, then the way there. */
function reasonsOf({ student, placement, facts, context }: ExplainedPair): Saying<ReasonCode>[] {
  const reasons: Saying<ReasonCode>[] = [];
  const say = (code: ReasonCode, data: Datum = {}) => reasons.push({ code, data });
  const place = placeOnList(student, placement.listingId, context) + 1;
  // Inputs from before have no one list: what was saved stands where it was saved.
  const listed: Datum = context.listInOrder ? { onList: place } : { place };
  if (student.requestedListingIds.includes(placement.listingId)) say("student_asked", listed);
  else if (place > 0) say("student_starred", listed);
  const { weights } = context;
  const { shared, related } = answersOf({ student, weights }, placement.interests);
  if (shared.length > 0) say("shared_interests", { interestIds: shared });
  else if (related) say("related_interests", related);
  const { leadMentor } = placement;
  if (leadMentor && (student.metMentorIds ?? []).includes(leadMentor.id)) say("already_met");
  const goal = (student.goalInterestIds ?? []).filter((id) => placement.interests.includes(id));
  if (goal.length > 0) say("fits_goal", { interestIds: [...new Set(goal)].sort() });
  const { travel, travelLimitMinutes } = facts;
  if (placement.mode === "remote") say("remote");
  else if (travel && travel.minutes <= travelLimitMinutes * NEAR_SHARE) say("near", wayData(travel));
  if (facts.daysKnown && facts.commonDays.length === facts.placementDays.length)
    say("days_fit", { days: facts.commonDays });
  const mentors = answersOf({ student, weights }, leadMentor?.interests ?? []).shared;
  if (mentors.some((id) => !shared.includes(id)))
    say("mentor_shares_interests", { interestIds: mentors.filter((id) => !shared.includes(id)) });
  const ownLanguages = facts.commonLanguages.filter((language) => language !== "en");
  if (ownLanguages.length > 0) say("shared_language", { languages: ownLanguages });
  if ((leadMentor?.experienceYears ?? 0) >= EXPERIENCED_FROM_YEARS)
    say("experienced_mentor", { years: leadMentor?.experienceYears ?? 0 });
  return reasons;
}

/** Tags that are the same, strongest first, and the best related pair. */
function answersOf(
  { student, weights }: Pick<ExplainedPair, "student"> & Pick<MatchContext, "weights">,
  tags: readonly string[],
) {
  const tastes = tastesOf(student);
  const likes = [...tastes.liked].sort((a, b) => b.strength - a.strength || (a.interestId < b.interestId ? -1 : 1));
  const answers = likes.flatMap((like) => answerTo(like.interestId, tags, tastes, weights) ?? []);
  const shared = answers
    .filter((answer) => answer.studentTag === answer.placementTag)
    .map((answer) => answer.studentTag);
  const [best] = [...answers].sort((a, b) => b.similarity - a.similarity);
  return { shared, related: best && { interestId: best.studentTag, relatedId: best.placementTag } };
}

/** Everything to think about, the weightiest first. */
export function cautionsOf({
  student,
  placement,
  facts,
  score,
}: Omit<ExplainedPair, "context">): Saying<CautionCode>[] {
  const cautions: Saying<CautionCode>[] = [];
  const warn = (code: CautionCode, data: Datum = {}) => cautions.push({ code, data });
  const { travel, travelLimitMinutes } = facts;
  const disliked = [...tastesOf(student).disliked.keys()].filter((id) => placement.interests.includes(id)).sort();
  if (disliked.length > 0) warn("has_disliked", { interestIds: disliked });
  if (travel && travel.minutes > travelLimitMinutes)
    warn("may_be_far", { ...wayData(travel), limitMinutes: travelLimitMinutes });
  else if (travel && travel.minutes > travelLimitMinutes * LONG_SHARE)
    warn("long_travel", { ...wayData(travel), limitMinutes: travelLimitMinutes });
  if (facts.daysKnown && facts.commonDays.length < facts.placementDays.length)
    warn("some_days", { common: facts.commonDays.length, of: facts.placementDays.length, days: facts.commonDays });
  if (hasNoLead(placement)) warn("no_mentor");
  if (isFirstTime(placement)) warn("first_time_mentor");
  if (score.missing.includes("placement_interests") || score.missing.includes("student_interests"))
    warn("interests_unknown");
  if (score.missing.includes("location")) warn("location_unknown");
  if (score.missing.includes("days")) warn("days_unknown");
  return cautions;
}
